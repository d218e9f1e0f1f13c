"""How a bot plays the customer: what it says, how it marks, what it needs. Pure: a view in, at most one move out."""

import random
from collections.abc import Mapping, Sequence
from typing import Any, Final

from game.bots import phrases
from game.bots.judging import customer_marks
from game.bots.moves import Memory, Move, View, dice, within
from game.core.documents import CardDocument, IncomingReply, LineChoice, SceneDocument, WildcardChoice
from game.core.scenario import BeatKind, Need

HOT: Final = 50  # from this heat on, hot lines fit
_SPOKEN: Final = ("said", "suggested", "wildcard")
_WILDCARD_CHANCE: Final = 0.3
_PASS_CHANCE: Final = 0.05
_NEEDS: Final[Mapping[BeatKind, tuple[Need, ...]]] = {
    "vent": ("heard", "heard", "respect"),
    "explore": ("explanation", "respect", "explanation"),
    "resolve": ("way_out", "way_out", "explanation"),
}


def how_many_lines(beat: int, heat: int, chance: random.Random) -> int:
    """One to three; the angrier, the more. The first beat has its opening line already."""
    most = 2 if beat == 1 else 3
    return min(most, 1 + int(chance.random() < heat / 100) + int(chance.random() < 0.25))


def choose_line(lines: Sequence[LineChoice], heat: int, chance: random.Random) -> LineChoice | None:
    """A line that fits the heat and has not been said; one of any mood rather than none that fits."""
    mood = "hot" if heat >= HOT else "soft"
    fitting = [line for line in lines if not line.used and line.mood == mood]
    other = [line for line in lines if not line.used and line.mood == "any"]
    pool = fitting if fitting and (not other or chance.random() < 0.6) else other
    return chance.choice(pool) if pool else None


def choose_wildcard(cards: Sequence[WildcardChoice], beat: int, heat: int, chance: random.Random) -> WildcardChoice | None:
    """Now and then a card: a skipped step only where a story is told, an over-the-line one only in real anger."""
    if chance.random() >= _WILDCARD_CHANCE:
        return None
    playable = [
        card
        for card in cards
        if not card.used
        and (card.kind != "over_the_line" or heat >= 70)
        and (card.kind != "are_you_there" or beat > 1)
        and (card.kind != "threaten_to_leave" or heat >= HOT)
    ]
    return chance.choice(playable) if playable else None


def choose_need(kind: BeatKind | None, chance: random.Random) -> Need:
    """What the persona needed most in this beat."""
    return chance.choice(_NEEDS[kind or "resolve"])


def facts_to_tick(reply: IncomingReply) -> tuple[str, ...]:
    """The facts that this reply asked about, if they are not ticked yet; empty where there is nothing to tick."""
    asked = dict.fromkeys((*reply.ticked, *reply.suggested))
    return tuple(asked) if set(asked) != set(reply.ticked) else ()


def next_move(view: View, memory: Memory, seed: str) -> Move | None:
    """The acting customer's next move; ``None`` while there is nothing to do."""
    scene, card = view.scene, view.card
    if scene is None or card is None:
        return None
    chance = dice(seed, view.round, scene.beat, scene.phase)
    match scene.phase:
        case "briefing":
            return _brief(view, card, chance)
        case "ready" | "reveal":
            return None if view.seat.ready else _ready(view, scene, chance)
        case "floor":
            return _judge(view, scene, card, memory, last_word=False) or _speak(view, scene, card, seed)
        case "reply":
            return _judge(view, scene, card, memory, last_word=False)
        case "vote":
            return _judge(view, scene, card, memory, last_word=True) or _seal(view, scene, card, chance)
        case "outcome":
            return _leave(view, scene, memory, chance)
        case _:
            return None


def _brief(view: View, card: CardDocument, chance: random.Random) -> Move | None:
    if not card.opened:
        if view.seat.can_pass and chance.random() < _PASS_CHANCE:
            return _move(view, "pass", "pass_card", think=3)
        return _move(view, "open", "open_card", think=2 + chance.random() * 3)
    return None if view.seat.ready else _move(view, "ready-briefing", "ready", think=8 + chance.random() * 10)


def _ready(view: View, scene: SceneDocument, chance: random.Random) -> Move:
    think = 2 + chance.random() * 3 if scene.phase == "ready" else 6 + chance.random() * 6
    return _move(view, f"b{scene.beat}-ready-{scene.phase}", "ready", think=think)


def _speak(view: View, scene: SceneDocument, card: CardDocument, seed: str) -> Move:
    spoken = [line for line in scene.lines if line.beat == scene.beat and line.kind in _SPOKEN]
    turn = len(spoken)
    chance = dice(seed, view.round, scene.beat, "floor")
    wanted = how_many_lines(scene.beat, scene.heat.value, chance)
    wildcard = choose_wildcard(card.wildcards, scene.beat, scene.heat.value, chance)
    played = any(line.kind == "wildcard" for line in spoken)
    turns = dice(seed, view.round, scene.beat, "say", turn)
    if turn - int(played) < wanted:
        line = choose_line(card.lines, scene.heat.value, turns)
        if line is not None:
            return _move(view, f"b{scene.beat}-say-{turn}", "say_line", {"line": line.id}, think=3 + turns.random() * 5)
    if wildcard is not None and not played:
        return _move(view, f"b{scene.beat}-card", "play_wildcard", {"card": wildcard.id}, think=4 + turns.random() * 3)
    return _move(view, f"b{scene.beat}-yield", "yield_floor", think=2 + turns.random() * 2)


def _judge(view: View, scene: SceneDocument, card: CardDocument, memory: Memory, *, last_word: bool) -> Move | None:
    """Mark what has no mark, tick what was asked; once all replies are in, set right what looks different beside them."""
    readable = [reply for reply in card.incoming if not reply.covered and reply.token in memory.scores]
    marks = customer_marks({reply.token: memory.scores[reply.token] for reply in readable})
    for reply in readable:
        facts = facts_to_tick(reply)
        tick = f"b{scene.beat}-tick-{reply.token}-{len(facts)}"
        if facts and tick not in memory.done:
            return _move(view, tick, "tick_facts", {"token": reply.token, "facts": list(facts)}, think=1)
        mark = marks[reply.token]
        key = f"b{scene.beat}-mark-{reply.token}-{mark}"
        if (reply.mark is None or (last_word and reply.mark != mark)) and key not in memory.done:
            return _move(view, key, "mark_reply", {"token": reply.token, "mark": mark}, think=3 if reply.mark is None else 1)
    return None


def _seal(view: View, scene: SceneDocument, card: CardDocument, chance: random.Random) -> Move | None:
    unmarked = any(reply.mark is None and not reply.covered for reply in card.incoming)
    if card.need is not None or unmarked:
        return None
    return _move(view, f"b{scene.beat}-need", "seal_need", {"need": choose_need(scene.kind, chance)}, think=2)


def _leave(view: View, scene: SceneDocument, memory: Memory, chance: random.Random) -> Move | None:
    need = scene.reveal.need if scene.reveal and scene.reveal.need else choose_need(scene.kind, chance)
    if scene.outcome and not scene.outcome.step_out and "step-out" not in memory.done:
        sentence = chance.choice(phrases.STEP_OUTS[need])
        return _move(view, "step-out", "step_out", {"text": sentence}, think=4 + chance.random() * 6)
    return None if view.seat.ready else _move(view, "ready-outcome", "ready", think=4 + chance.random() * 4)


def _move(view: View, key: str, name: str, body: Mapping[str, Any] | None = None, *, think: float) -> Move:
    return Move(key, name, body or {}, within(think, view.scene.clock if view.scene else None, view.now))
