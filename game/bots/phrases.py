"""What bots say in words of their own. Knows nothing of when they say it."""

from collections.abc import Mapping
from typing import Final

from game.core.ids import Criterion
from game.core.scenario import Need

OPENERS: Final[Mapping[str, tuple[str, ...]]] = {
    "en": (
        "",
        "Hello.",
        "Thanks for writing to us.",
        "Okay.",
        "Right.",
        "Good that you got in touch.",
        "I have read every line.",
        "Hi, I'm with you now.",
        "All right.",
        "I see your message here.",
        "So.",
    )
}
CLOSERS: Final[Mapping[str, tuple[str, ...]]] = {
    "en": (
        "",
        "I'm here.",
        "I'm listening.",
        "Over to you.",
        "Take your time.",
        "That's where I stand right now.",
        "One step at a time.",
    )
}
SLIPS: Final[Mapping[str, tuple[str, ...]]] = {
    "en": ("", "Okay?", "As I said.", "Anyway.", "That is how it is.", "You will understand.", "Moving on.")
}
FALLBACK: Final = (
    "I'm sorry. What happened next?",
    "Please tell me more about it.",
    "Let me look into this for you.",
    "Noted.",
)

GO_ON: Final = (
    "And what happens now?",
    "Fine. Go on.",
    "I have heard that before. What do you do about it?",
    "That is half of an answer.",
    "Okay. I am still here.",
)

STEP_OUTS: Final[Mapping[Need, tuple[str, ...]]] = {
    "heard": (
        "I wanted one person to read my whole message before answering.",
        "Being allowed to finish took half of the heat out.",
        "When my own words came back to me, I could stop repeating them.",
    ),
    "respect": (
        "I needed to be spoken to like somebody who can count to three.",
        "The tone mattered more than the money, to my own surprise.",
        "I softened when nobody tried to be right.",
    ),
    "explanation": (
        "Once I knew what was being looked up, the waiting was easy.",
        "I could live with the reason. I could not live with none.",
        "A good question calmed me more than three excuses did.",
    ),
    "way_out": (
        "I wanted to know who does what by when, and then I was fine.",
        "Having a choice gave me the wheel back.",
        "A small plan that holds beats a big promise.",
    ),
}

REWRITES: Final = (
    "I hear what that did to your day. {0}",
    "Let me put that better. {0}",
    "{0} Does that fit what you need?",
    "You are right to tell me. {0}",
    "{0} I'll write to you by four, whatever I have found by then.",
    "First of all, I'm sorry. {0}",
)

AIMS: Final[Mapping[Criterion, tuple[str, str]]] = {
    "listening": ("they send one message after the other", "wait until they are done and ask for the rest"),
    "composure": ("they raise their voice", "breathe once before I type"),
    "empathy": ("they tell me what it cost them", "name the feeling before anything else"),
    "acknowledgement": ("they repeat themselves", "say the facts back in one sentence"),
    "apology": ("we got it wrong", "say sorry for one thing and what I do about it"),
    "inquiry": ("a step is missing from the story", "ask for exactly that step"),
    "informing": ("I have to look something up", "say what, why and for how long"),
    "limits": ("it turns personal", "set one calm limit and offer a way on"),
    "solution": ("I know two ways out", "let them choose"),
    "follow_through": ("I promise something", "say who, what and when"),
    "rapport": ("they mention somebody they love", "use the name once, warmly"),
    "closing": ("we are nearly done", "ask what else before I say goodbye"),
}
