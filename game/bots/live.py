"""How a bot plays a live exchange: as the customer, on the line, or behind it. Pure: a view in, at most one move out.

Every key names the turn that it answers, so that two processes never answer it twice.
"""

from typing import Final

from game.bots import phrases
from game.bots.agent import allowed, compose, quality_of, temper_of
from game.bots.customer import choose_line, choose_wildcard, judge, mood_of
from game.bots.moves import Memory, Move, View, dice, within
from game.bots.texts import Texts
from game.core.documents import CardDocument, ExchangeView, LineView, SceneDocument
from game.core.state import MomentKind

_FEWEST: Final = 2  # turns before a customer has said where they stand
_MOST: Final = 4
_HOLD_CHANCE: Final = 0.15
_HAND_OVER_CHANCE: Final = 0.3
_MOMENT_CHANCE: Final = 0.5


def next_move(view: View, memory: Memory, seed: str, texts: Texts) -> Move | None:
    """This bot's next move in a live exchange; ``None`` while others have the word."""
    scene = view.scene
    if scene is None or scene.phase != "live" or scene.exchange is None:
        return None
    said = [line for line in scene.lines if line.beat == scene.beat]
    if view.card is not None:
        scenario = texts.scenario(scene.scenario)
        judged = judge(view, scene, view.card, memory, scenario, last_word=False)
        return judged or _talk(view, scene, view.card, said, seed)
    if view.seat.on_line:
        return _answer(view, scene, scene.exchange, said, seed, texts)
    return _notice(view, scene, said, seed)


def _talk(view: View, scene: SceneDocument, card: CardDocument, said: list[LineView], seed: str) -> Move | None:
    """Say something back to each turn; after some turns, or where there is nothing left to say, that is that."""
    turns = sum(line.kind == "turn" for line in said)
    if not turns or said[-1].kind != "turn":
        return None
    chance = dice(seed, view.round, scene.beat, "talk", turns)
    think = 3 + chance.random() * 5
    wanted = dice(seed, view.round, scene.beat, "turns").randint(_FEWEST, _MOST)
    line = choose_line(card.lines, mood_of(scene.heat.value, None), chance)
    if turns >= wanted:
        return _move(view, f"b{scene.beat}-end-{turns}", "end_exchange", {}, think)
    wildcard = choose_wildcard(card.wildcards, scene.beat, scene.heat.value, None, chance)
    if wildcard is not None:
        return _move(view, f"b{scene.beat}-back-{turns}", "play_wildcard", {"card": wildcard.id}, think)
    if line is not None:
        return _move(view, f"b{scene.beat}-back-{turns}", "say_line", {"line": line.id}, think)
    return _move(view, f"b{scene.beat}-back-{turns}", "say", {"text": chance.choice(phrases.GO_ON)}, think)


def _answer(
    view: View, scene: SceneDocument, exchange: ExchangeView, said: list[LineView], seed: str, texts: Texts
) -> Move | None:
    """Answer what the customer said last; now and then ask for time first, or pass the line on afterwards."""
    turns = exchange.turns
    chance = dice(seed, view.round, scene.beat, "turn", turns)
    waiting = next((line for line in reversed(said) if line.kind != "hold"), None)
    if waiting is None or waiting.kind == "turn":
        mine = sum(reply.beat == scene.beat for reply in view.seat.replies)
        passes = mine > 0 and len(scene.eligible) > 1 and chance.random() < _HAND_OVER_CHANCE
        return _move(view, f"b{scene.beat}-over-{turns}", "hand_over", {}, 2) if passes else None
    if not exchange.holding and chance.random() < _HOLD_CHANCE:
        return _move(view, f"b{scene.beat}-hold-{turns}", "hold_line", {"notice": "look_up", "seconds": 30}, 3)
    place = scene.eligible.index(view.seat.seat) if view.seat.seat in scene.eligible else 0
    draft = texts.replies(scene.scenario, scene.kind or "vent", scene.beats)
    reply = compose(draft, quality_of(temper_of(seed), chance), place + turns, chance)
    actions, offer = allowed(reply, view.case)
    body = {"text": reply.text, "actions": list(actions), "offer": offer, "anyway": False}
    think = within(8 + chance.random() * 12, exchange.patience, view.now)
    return Move(f"b{scene.beat}-turn-{turns}", "send_reply", body, within(think, scene.clock, view.now))


def _notice(view: View, scene: SceneDocument, said: list[LineView], seed: str) -> Move | None:
    """Mark a turn of somebody else now and then."""
    turn = next((line for line in reversed(said) if line.kind == "turn" and line.text), None)
    seat = view.seat
    if turn is None or turn.token is None or seat.role != "agent" or any(one.token == turn.token for one in seat.moments):
        return None
    chance = dice(seed, view.round, turn.token)
    if chance.random() >= _MOMENT_CHANCE or any(reply.token == turn.token for reply in seat.replies):
        return None
    kind: MomentKind = "calmed" if chance.random() < 0.65 else "stung"
    return _move(view, f"moment-{turn.token}", "mark_moment", {"token": turn.token, "kind": kind}, 2 + chance.random() * 4)


def _move(view: View, key: str, name: str, body: dict[str, object], think: float) -> Move:
    return Move(key, name, body, within(think, view.scene.clock if view.scene else None, view.now))
