"""Which of its parts a bot plays at this moment. Knows no part itself, and nothing of phones."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from game.bots import agent, customer, live
from game.bots.moves import Memory, Move, View
from game.bots.texts import Texts
from game.core.documents import BlindReply, IncomingReply, SceneDocument
from game.core.marks import Context

_AGENTS: Final = ("heard", "turn", "hold")  # kinds of line that an agent speaks
Readable = BlindReply | IncomingReply


def next_move(view: View, memory: Memory, seed: str, texts: Texts, *, filler: bool) -> Move | None:
    """What this bot does next, ``None`` while there is nothing to do.

    A `filler` only makes up the numbers of a scene: second takes, aims and stress checks belong to people.
    """
    if view.phase != "round":
        return None
    if view.stage != "playing":
        return None if filler or view.held else agent.looking_back(view, memory, seed)
    if view.held:
        return _go_on(view)
    mine = live.next_move(view, memory, seed, texts)
    if mine is None and view.card:
        mine = customer.next_move(view, memory, seed, texts, filler=filler)
    return mine or agent.next_move(view, memory, seed, texts)


def _go_on(view: View) -> Move | None:
    """After a stop a bot follows the first person who is ready to go on; it never presses anybody."""
    scene = view.scene
    if scene is None or not scene.going_on or view.seat.going_on:
        return None
    return Move(f"b{scene.beat}-go-on-{scene.phase}", "go_on", {}, 2)


def to_read(view: View) -> Iterator[Readable]:
    """The replies that this bot is to judge."""
    if view.card is not None:
        yield from (reply for reply in view.card.incoming if not reply.covered)
    if view.scene is not None and view.seat.duels:
        mine = {token for duel in view.seat.duels for token in (duel.left, duel.right)}
        yield from (reply for reply in view.scene.replies if reply.token in mine and not reply.covered)
    if view.seat.gallery is not None:
        yield from (view.seat.gallery.left, view.seat.gallery.right)


def context(scene: SceneDocument | None, reply: Readable, texts: Texts) -> Context:
    """What this phone knows of the conversation that a reply belongs to, and what a bot knows of the scenario by heart."""
    if scene is None:
        return Context(actions=reply.actions)
    plain = Context(
        customer=tuple(line.text for line in scene.lines if line.beat == scene.beat and line.kind not in _AGENTS),
        beat=scene.kind or "vent",
        channel=scene.channel,
        closing=scene.closing,
        facts=scene.facts,
        actions=reply.actions,
    )
    scenario = texts.scenario(scene.scenario)
    if scenario is None:
        return plain
    offer = scenario.labelled(reply.offer)
    return replace(
        plain,
        language=scenario.language,
        company_at_fault=scenario.company_at_fault,
        offered=offer.cost if offer else None,
        fair_min=scenario.fair_min,
        fair_max=scenario.fair_max,
        authority=scenario.authority,
        currency=scenario.currency,
    )
