"""How a bot answers, votes, judges in the gallery and looks back. Pure: a view in, at most one move out."""

import random
import re
from collections.abc import Mapping, Sequence
from typing import Any, Final, Literal, get_args

from game.bots import phrases
from game.bots.judging import preferred
from game.bots.moves import Memory, Move, View, dice, within
from game.bots.texts import Draft, Texts
from game.core.documents import CaseDocument, OwnReply, SceneDocument
from game.core.ids import CRITERIA, Criterion
from game.core.scenario import ActionKind, PracticeReply, Quality
from game.core.settings import REPLY_LENGTH

Temper = Literal["careful", "even", "careless"]

_QUALITIES: Final[Mapping[Temper, tuple[tuple[Quality, float], ...]]] = {
    "careful": (("good", 0.7), ("fair", 0.25), ("poor", 0.05)),
    "even": (("good", 0.35), ("fair", 0.5), ("poor", 0.15)),
    "careless": (("good", 0.1), ("fair", 0.45), ("poor", 0.45)),
}
_NOISE: Final = 18.0  # points by which a bot's taste differs from the rubric's
_MOST_FRUITLESS: Final = 6  # times in a round that a bot asks the gallery in vain
_SENTENCE: Final = re.compile(r"[^.!?]+[.!?]+|[^.!?]+$")


def temper_of(seed: str) -> Temper:
    """A bot's temper, for good."""
    return dice(seed, "temper").choice(get_args(Temper))


def quality_of(temper: Temper, chance: random.Random) -> Quality:
    """How good a reply of this temper turns out."""
    qualities, weights = zip(*_QUALITIES[temper], strict=True)
    chosen: Quality = chance.choices(qualities, weights)[0]
    return chosen


def compose(draft: Draft, quality: Quality, variant: int, chance: random.Random) -> PracticeReply:
    """A reply of this quality. Two variants of one beat differ, as long as there are openers and closers left.

    Good replies join what is authored for both halves of a joined beat; others take one half.
    """
    openers = phrases.OPENERS.get(draft.language, ("",))
    closers = (phrases.SLIPS if quality == "poor" else phrases.CLOSERS).get(draft.language, ("",))
    parts = [[reply for reply in part if reply.quality == quality] or list(part) for part in draft.parts if part]
    if not parts:
        return PracticeReply(quality, phrases.FALLBACK[variant % len(phrases.FALLBACK)], (), None, "")
    if quality != "good" and len(parts) > 1:
        parts = [parts[chance.randrange(len(parts))]]
    chosen = [part[(variant + number) % len(part)] for number, part in enumerate(parts)]
    opener, closer = openers[variant % len(openers)], closers[(variant // len(openers) + variant) % len(closers)]
    text = " ".join(filter(None, (opener, *(reply.text for reply in chosen), closer)))
    if len(text) > REPLY_LENGTH:
        chosen = chosen[-1:]
        text = " ".join(filter(None, (opener, chosen[0].text, closer)))
    actions = tuple(dict.fromkeys(action for reply in chosen for action in reply.actions))
    offer = next((reply.offer for reply in chosen if reply.offer), None)
    return PracticeReply(quality, text[:REPLY_LENGTH], actions, offer, "")


def allowed(reply: PracticeReply, case: CaseDocument | None) -> tuple[tuple[ActionKind, ...], str | None]:
    """The actions and the offer of a reply, as far as the case file has them."""
    if case is None:
        return (), None
    offer = reply.offer if any(offer.id == reply.offer for offer in case.offers) and "offer" in case.actions else None
    actions = (action for action in reply.actions if action in case.actions and (action != "offer" or offer is not None))
    return tuple(actions), offer


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text, trimmed."""
    return tuple(found.strip() for found in _SENTENCE.findall(text) if found.strip())


def rewrite(replies: Sequence[OwnReply], chance: random.Random) -> tuple[str, str] | None:
    """One sentence of one's own, before and after; ``None`` where nothing was written."""
    own = [sentence for reply in replies for sentence in sentences(reply.text)]
    if not own:
        return None
    before = min(own, key=len) if chance.random() < 0.5 else chance.choice(own)
    return before, chance.choice(phrases.REWRITES).format(before)[:REPLY_LENGTH]


def weakest(replies: Sequence[OwnReply], chance: random.Random) -> Criterion:
    """The criterion with the lowest level on one's own replies; by chance where there are no marks."""
    levels = [(mark.level, mark.criterion) for reply in replies for mark in reply.marks if mark.level is not None]
    lowest = [criterion for level, criterion in levels if level == min(levels)[0]]
    return chance.choice(lowest or CRITERIA)


def next_move(view: View, memory: Memory, seed: str, texts: Texts) -> Move | None:
    """An agent's, watcher's or waiting seat's next move while scenes are played."""
    scene = view.scene
    move = _scene_move(view, scene, memory, seed, texts) if scene is not None else None
    return move or _gallery(view, memory, seed)


def _scene_move(view: View, scene: SceneDocument, memory: Memory, seed: str, texts: Texts) -> Move | None:
    seat, chance = view.seat, dice(seed, view.round, scene.beat, scene.phase)
    match scene.phase:
        case "casting" if seat.asked and seat.volunteered is None:
            willing = dice(seed, view.round, "willing").random() < 0.4
            return _move(view, "volunteer", "volunteer", {"willing": willing}, think=1 + chance.random() * 4)
        case "briefing" | "ready" | "reveal" if not seat.ready and seat.role != "watcher":
            think = {"briefing": 10.0, "ready": 2.0, "reveal": 6.0}[scene.phase]
            # A recast begins the briefing anew, under another customer.
            key = f"b{scene.beat}-ready-{scene.phase}-{scene.customer_seat}"
            return _move(view, key, "ready", think=think + chance.random() * 6)
        case "floor" | "reply" if seat.can_reply:
            return _reply(view, scene, memory, seed, texts)
        case "vote":
            return _vote(view, scene, memory, seed)
        case "outcome":
            return _outcome(view, chance)
        case _:
            return None


def _reply(view: View, scene: SceneDocument, memory: Memory, seed: str, texts: Texts) -> Move | None:
    """Write once the customer has yielded; a careless bot now and then interrupts."""
    chance = dice(seed, view.round, scene.beat, "reply")
    temper = temper_of(seed)
    impatient = temper == "careless" and chance.random() < 0.15
    if not scene.yielded and not (impatient and scene.lines):
        return None
    place = scene.eligible.index(view.seat.seat) if view.seat.seat in scene.eligible else 0
    shift = dice(scene.team, view.round, scene.beat).randrange(100)
    draft = texts.replies(scene.scenario, scene.kind or "vent", scene.beats)
    reply = compose(draft, quality_of(temper, chance), place + shift, chance)
    actions, offer = allowed(reply, view.case)
    body = {"text": reply.text, "actions": list(actions), "offer": offer}
    pause = 12 + chance.random() * 20
    typed = f"b{scene.beat}-draft"
    if typed not in memory.done and scene.yielded:
        half = {**body, "text": reply.text[: len(reply.text) // 2]}
        return Move(typed, "save_draft", half, within(pause, view.seat.reply_clock, view.now) / 2)
    anyway = not scene.yielded
    return Move(
        f"b{scene.beat}-reply", "send_reply", {**body, "anyway": anyway}, within(pause, view.seat.reply_clock, view.now)
    )


def _vote(view: View, scene: SceneDocument, memory: Memory, seed: str) -> Move | None:
    for number, duel in enumerate(view.seat.duels):
        if duel.done:
            continue
        chosen = _chosen(view, memory, seed, duel.left, duel.right)
        body = {"left": duel.left, "right": duel.right, "chosen": chosen}
        return _move(view, f"b{scene.beat}-duel-{number}", "cast_ballot", body, think=4 + dice(seed, duel.left).random() * 4)
    return None


def _chosen(view: View, memory: Memory, seed: str, one: str, other: str) -> str | None:
    noise = dice(seed, view.round, one, other).gauss(0, _NOISE)
    read = {str(token): impression.strength for token, impression in memory.read.items()}
    side = preferred(read.get(one), read.get(other), noise)
    return {"left": one, "right": other, None: None}[side]


def _gallery(view: View, memory: Memory, seed: str) -> Move | None:
    """Judge the duel at hand, or ask for one; who asks in vain asks less and less often."""
    duel = view.seat.gallery
    if duel is not None:
        left, right = duel.left.token, duel.right.token
        body = {"left": left, "right": right, "chosen": _chosen(view, memory, seed, left, right)}
        return Move(f"gallery-{left}-{right}", "cast_ballot", body, 6 + dice(seed, left, right).random() * 5)
    if not view.seat.can_judge or memory.fruitless >= _MOST_FRUITLESS:
        return None
    pause = 5 * 2 ** min(memory.fruitless, 4) + dice(seed, view.round, memory.asked).random() * 5
    return Move(f"ask-{memory.asked}", "ask_duel", {}, pause)


def _outcome(view: View, chance: random.Random) -> Move | None:
    seat = view.seat
    if seat.role == "agent" and not seat.thanked:
        return _move(view, "thank", "thank_customer", think=2 + chance.random() * 6)
    heard = next((reply for reply in seat.replies if reply.heard and not reply.signed), None)
    if heard is not None and chance.random() < 0.3:
        return _move(view, f"sign-{heard.token}", "sign_reply", {"token": heard.token}, think=2)
    return None if seat.ready else _move(view, "ready-outcome", "ready", think=3 + chance.random() * 6)


def looking_back(view: View, memory: Memory, seed: str) -> Move | None:
    """What a player does after the scenes: second take, aim, stress before and after, and on."""
    seat, stage = view.seat, view.stage
    chance = dice(seed, view.round, stage)
    if stage == "second_take" and seat.take is None and "take" not in memory.done:
        taken = rewrite(seat.replies, chance)
        if taken is not None:
            before, after = taken
            return _stage_move(view, "take", "take_again", {"before": before, "after": after}, 10 + chance.random() * 15)
    if stage == "debrief" and seat.next_aim is None and "aim" not in memory.done:
        criterion = weakest(seat.replies, chance)
        when, will = phrases.AIMS[criterion]
        return _stage_move(
            view, "aim", "set_aim", {"criterion": criterion, "when": when, "will": will}, 8 + chance.random() * 8
        )
    for key, level in (("before", chance.randint(2, 5)), ("after", chance.randint(1, 3))):
        if stage == "breather" and f"stress-{key}" not in memory.done:
            return _stage_move(view, f"stress-{key}", "check_stress", {"moment": key, "level": level}, 3 + chance.random() * 5)
    if stage in ("second_take", "debrief", "breather") and not seat.ready:
        return _stage_move(view, f"ready-{stage}", "ready", {}, 5 + chance.random() * 5)
    return None


def _stage_move(view: View, key: str, name: str, body: Mapping[str, Any], think: float) -> Move:
    return Move(key, name, body, within(think, view.clock, view.now))


def _move(view: View, key: str, name: str, body: Mapping[str, Any] | None = None, *, think: float) -> Move:
    return Move(key, name, body or {}, within(think, view.scene.clock if view.scene else None, view.now))
