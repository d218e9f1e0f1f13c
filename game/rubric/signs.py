"""What cues can show, by criterion. The level rules read these names; the data may use no others."""

from collections.abc import Mapping
from typing import Final

from game.core.ids import Criterion

SIGNS: Final[Mapping[Criterion, frozenset[str]]] = {
    "listening": frozenset({"formula", "open", "cuts_off", "shuts"}),
    "composure": frozenset(
        {"insult", "sarcasm", "calm_down", "mockery", "threat", "blame", "defence", "policy", "argument", "rule", "subtle"}
    ),
    "empathy": frozenset({"stock", "feeling", "vivid", "reasoned", "denied"}),
    "acknowledgement": frozenset({"detail", "own_words", "meaning", "record", "denied"}),
    "apology": frozenset({"bare", "specific", "hedged", "denied", "owned"}),
    "inquiry": frozenset({"generic", "specific", "probing", "rhetorical"}),
    "informing": frozenset({"wait", "doing", "cause", "reason", "time", "when", "choice", "in_the_dark"}),
    "limits": frozenset({"scold", "limit", "go_on", "threat", "submits"}),
    "solution": frozenset({"vague", "step", "choice", "joint", "giveaway", "full", "refusal"}),
    "follow_through": frozenset({"someone", "intention", "promise", "owner", "handover", "guarantee"}),
    "rapport": frozenset({"polite", "personal", "human", "cold"}),
    "closing": frozenset({"thanks", "help", "wish", "stock_wish", "open_question", "abrupt", "farewell"}),
}
