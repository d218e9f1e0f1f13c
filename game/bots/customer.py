"""How a bot plays the customer: what it says, how it marks, what it needs. Pure: a view in, at most one move out."""

import random
from collections.abc import Mapping, Sequence
from typing import Any, Final

from game.bots import phrases
from game.bots.feeling import Heard, asked_for, customer_marks, feeling, need_of
from game.bots.moves import Memory, Move, View, dice, within
from game.bots.texts import Texts
from game.core.documents import (
    CardDocument,
    EchoChoice,
    IncomingReply,
    LineChoice,
    SceneDocument,
    WildcardChoice,
)
from game.core.scenario import Mood, Scenario, Tone, WildcardKind

HOT: Final = 50  # from this heat on, hot lines fit
_FURIOUS: Final = 80  # from here on even a kind word does not soften what they say next
_SPOKEN: Final = ("said", "suggested", "wildcard")
_PASS_CHANCE: Final = 0.05
_CARD_CHANCE: Final[Mapping[Tone | None, float]] = {None: 0.3, "heard": 0.1, "argued": 0.6, "ignored": 0.5}
_CARDS: Final[Mapping[Tone | None, tuple[WildcardKind, ...]]] = {
    "heard": ("skip_a_step",),
    "argued": ("threaten_to_leave", "over_the_line"),
    "ignored": ("repeat", "are_you_there", "threaten_to_leave"),
}


def tone_of(echoes: Sequence[EchoChoice]) -> Tone | None:
    """How the last reply sounded, as far as the persona has words for it."""
    return echoes[0].tone if echoes else None


def how_many_lines(beat: int, heat: int, tone: Tone | None, chance: random.Random) -> int:
    """One to three; the angrier, the more. Being heard leaves less to say, an argument more."""
    least = 2 if tone == "argued" else 1
    most = 2 if beat == 1 or tone == "heard" else 3
    return max(least, min(most, 1 + int(chance.random() < heat / 100) + int(chance.random() < 0.25)))


def mood_of(heat: int, tone: Tone | None) -> Mood:
    """Hot or soft: by heat, but for what the tone of the last reply has just done to it."""
    if tone == "argued":
        return "hot"
    if tone == "heard" and heat < _FURIOUS:
        return "soft"
    return "hot" if heat >= HOT else "soft"


def choose_line(lines: Sequence[LineChoice], mood: Mood, chance: random.Random) -> LineChoice | None:
    """A line of this mood that has not been said; one for any mood rather than none that fits."""
    fitting = [line for line in lines if not line.used and line.mood == mood]
    other = [line for line in lines if not line.used and line.mood == "any"]
    pool = fitting if fitting and (not other or chance.random() < 0.6) else other
    return chance.choice(pool) if pool else None


def choose_echo(echoes: Sequence[EchoChoice], chance: random.Random) -> EchoChoice | None:
    """An answer to the tone of the last reply that has not been given yet."""
    fresh = [echo for echo in echoes if not echo.used]
    return chance.choice(fresh) if fresh else None


def choose_wildcard(
    cards: Sequence[WildcardChoice],
    beat: int,
    heat: int,
    tone: Tone | None,
    chance: random.Random,
    *,
    tests_limits: bool = False,
) -> WildcardChoice | None:
    """Now and then a card that fits the tone; whoever was heard hardly plays one, an over-the-line one needs real anger.

    A beat that `tests_limits` gives the agents a limit to set, whatever the chance.
    """
    if tests_limits:
        over = next((card for card in cards if card.kind == "over_the_line" and not card.used), None)
        if over is not None:
            return over
    if chance.random() >= _CARD_CHANCE[tone]:
        return None
    playable = [
        card
        for card in cards
        if not card.used
        and (tone is None or card.kind in _CARDS[tone])
        and (card.kind != "over_the_line" or heat >= 70)
        and (card.kind != "are_you_there" or beat > 1)
        and (card.kind != "threaten_to_leave" or heat >= HOT)
    ]
    return chance.choice(playable) if playable else None


def next_move(view: View, memory: Memory, seed: str, texts: Texts, *, filler: bool) -> Move | None:
    """The acting customer's next move; ``None`` while there is nothing to do. A `filler` never passes its card on."""
    scene, card = view.scene, view.card
    if scene is None or card is None:
        return None
    chance = dice(seed, view.round, scene.beat, scene.phase)
    scenario = texts.scenario(scene.scenario)
    match scene.phase:
        case "briefing":
            return _brief(view, card, chance, filler=filler)
        case "ready" | "reveal":
            return None if view.seat.ready else _ready(view, scene, chance)
        case "floor":
            return judge(view, scene, card, memory, scenario, last_word=False) or _speak(view, scene, card, seed)
        case "reply":
            return judge(view, scene, card, memory, scenario, last_word=False)
        case "vote":
            return judge(view, scene, card, memory, scenario, last_word=True) or _seal(view, scene, card, scenario)
        case "outcome":
            return _leave(view, scene, memory, scenario, chance)
        case _:
            return None


def _brief(view: View, card: CardDocument, chance: random.Random, *, filler: bool) -> Move | None:
    if not card.opened:
        if view.seat.can_pass and not filler and chance.random() < _PASS_CHANCE:
            return _move(view, "pass", "pass_card", think=3)
        return _move(view, "open", "open_card", think=2 + chance.random() * 3)
    return None if view.seat.ready else _move(view, "ready-briefing", "ready", think=8 + chance.random() * 10)


def _ready(view: View, scene: SceneDocument, chance: random.Random) -> Move:
    think = 2 + chance.random() * 3 if scene.phase == "ready" else 6 + chance.random() * 6
    return _move(view, f"b{scene.beat}-ready-{scene.phase}", "ready", think=think)


def _speak(view: View, scene: SceneDocument, card: CardDocument, seed: str) -> Move:
    """First what answers the last reply, then lines, perhaps a card; then the floor goes to the agents."""
    spoken = [line for line in scene.lines if line.beat == scene.beat and line.kind in _SPOKEN]
    turn = len(spoken)
    chance = dice(seed, view.round, scene.beat, "floor")
    tone = tone_of(card.echoes)
    heat = scene.heat.value
    wanted = how_many_lines(scene.beat, heat, tone, chance)
    tests_limits = any(item.criterion == "limits" for item in scene.focus)
    wildcard = choose_wildcard(card.wildcards, scene.beat, heat, tone, chance, tests_limits=tests_limits)
    played = any(line.kind == "wildcard" for line in spoken)
    turns = dice(seed, view.round, scene.beat, "say", turn)
    if turn - int(played) < wanted:
        echo = choose_echo(card.echoes, turns) if turn == 0 else None
        line = echo or choose_line(card.lines, mood_of(heat, tone), turns)
        if line is not None:
            return _move(view, f"b{scene.beat}-say-{turn}", "say_line", {"line": line.id}, think=3 + turns.random() * 5)
    if wildcard is not None and not played:
        return _move(view, f"b{scene.beat}-card", "play_wildcard", {"card": wildcard.id}, think=4 + turns.random() * 3)
    return _move(view, f"b{scene.beat}-yield", "yield_floor", think=2 + turns.random() * 2)


def judge(
    view: View, scene: SceneDocument, card: CardDocument, memory: Memory, scenario: Scenario | None, *, last_word: bool
) -> Move | None:
    """Mark what has no mark, tick what was asked; once all replies are in, set right what looks different beside them."""
    readable = [reply for reply in card.incoming if not reply.covered and reply.token in memory.read]
    asked = {reply.token: _asked(reply, memory, scenario) for reply in readable}
    felt = {reply.token: _felt(reply, asked[reply.token], scene, memory, scenario) for reply in readable}
    marks = customer_marks(felt, alone=len(scene.eligible) == 1)
    for reply in readable:
        facts = tuple(dict.fromkeys((*reply.ticked, *asked[reply.token])))
        tick = f"b{scene.beat}-tick-{reply.token}-{len(facts)}"
        if set(facts) != set(reply.ticked) and tick not in memory.done:
            return _move(view, tick, "tick_facts", {"token": reply.token, "facts": list(facts)}, think=1)
        mark = marks[reply.token]
        key = f"b{scene.beat}-mark-{reply.token}-{mark}"
        if (reply.mark is None or (last_word and reply.mark != mark)) and key not in memory.done:
            return _move(view, key, "mark_reply", {"token": reply.token, "mark": mark}, think=3 if reply.mark is None else 1)
    return None


def _asked(reply: IncomingReply, memory: Memory, scenario: Scenario | None) -> tuple[str, ...]:
    """The facts that this reply asked for and that are not out yet. Without the scenario: what the phone suggests."""
    if scenario is None:
        return reply.suggested
    suggested = [fact for fact in scenario.facts if fact.id in reply.suggested]
    return asked_for(reply.text, memory.read[reply.token], suggested)


def _felt(
    reply: IncomingReply, asked: tuple[str, ...], scene: SceneDocument, memory: Memory, scenario: Scenario | None
) -> float | None:
    offer = scenario.labelled(reply.offer) if scenario else None
    over_the_line = any(line.wildcard == "over_the_line" and line.beat == scene.beat for line in scene.lines)
    heard = Heard(memory.read[reply.token], reply.actions, offer, asked, limit_was_due=over_the_line)
    reactions = {one.reaction for one in scenario.offers} if scenario else set()
    offered_before = any(line.text in reactions for line in scene.lines)
    return feeling(heard, scenario, closing=scene.closing, offered_before=offered_before)


def _seal(view: View, scene: SceneDocument, card: CardDocument, scenario: Scenario | None) -> Move | None:
    unmarked = any(reply.mark is None and not reply.covered for reply in card.incoming)
    if card.need is not None or unmarked:
        return None
    return _move(view, f"b{scene.beat}-need", "seal_need", {"need": need_of(scenario, scene.kind)}, think=2)


def _leave(view: View, scene: SceneDocument, memory: Memory, scenario: Scenario | None, chance: random.Random) -> Move | None:
    need = scene.reveal.need if scene.reveal and scene.reveal.need else need_of(scenario, scene.kind)
    if scene.outcome and not scene.outcome.step_out and "step-out" not in memory.done:
        sentence = chance.choice(phrases.STEP_OUTS[need])
        return _move(view, "step-out", "step_out", {"text": sentence}, think=4 + chance.random() * 6)
    return None if view.seat.ready else _move(view, "ready-outcome", "ready", think=4 + chance.random() * 4)


def _move(view: View, key: str, name: str, body: Mapping[str, Any] | None = None, *, think: float) -> Move:
    return Move(key, name, body or {}, within(think, view.scene.clock if view.scene else None, view.now))
