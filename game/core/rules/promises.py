"""What a heard reply commits the team to, and whether it was kept. Knows nothing of heat or points."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from game.core.marks import Level
from game.core.scenario import ActionKind, Scenario
from game.core.state import Promise, Reply

_DEEDS: Final[frozenset[ActionKind]] = frozenset({"call_back", "offer", "escalate"})


def ledger(
    open_promises: tuple[Promise, ...],
    heard: Sequence[Reply],
    follow_through: Level | None,
    beat: int,
    beats: int,
    scenario: Scenario,
) -> tuple[tuple[Promise, ...], int]:
    """The ledger after beat `beat` of `beats` (1-based), and how many promises this beat broke.

    `heard` is what took effect: the heard reply, or every turn of a live beat, and `follow_through` their best level.
    A promise that is due is kept when one of them does something about it (offers, calls back, hands over, repeats
    the action) or says who does what by when (`follow_through` from level 2). What would fall due after the last beat
    is due in the last one.
    """
    done = tuple(dict.fromkeys(action for reply in heard for action in reply.actions))
    settled: list[Promise] = []
    broken = 0
    for promise in open_promises:
        if promise.state != "open" or promise.due > beat:
            settled.append(promise)
            continue
        kept = bool(_DEEDS & set(done)) or promise.action in done or (follow_through or 0) >= 2
        broken += not kept
        settled.append(replace(promise, state="kept" if kept else "broken"))
    for action in done:
        effect = scenario.effect(action)
        if effect is None or effect.due_in is None:
            continue
        due = min(beats, beat + effect.due_in)
        settled.append(Promise(action, beat, due, "kept" if effect.due_in == 0 else "open"))
    return tuple(settled), broken
