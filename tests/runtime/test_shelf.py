"""Documents are rendered again exactly when they would differ: compared with rendering everything anew."""

from hypothesis import given, settings
from hypothesis import strategies as st

from game.core import commands as c
from game.core.decide import decide
from game.core.evolve import evolve
from game.core.flow.advance import next_alarm
from game.core.ids import CRITERIA, Instant, PlayerId, SeatId, TeamId, WorkshopId
from game.core.marks import Assessment, Mark
from game.core.refusal import Refusal
from game.core.settings import Settings
from game.core.state import Workshop
from game.core.views.grants import all_keys
from game.core.views.render import render, room_wide
from game.runtime.shelf import Shelf
from tests.runtime.conftest import LIBRARY, SCENARIO

MARKS = Assessment(tuple(Mark(one, 2, "cue", review=False, next_level="") for one in CRITERIA), (), "even")
SEATS = [SeatId(f"s{number}") for number in range(1, 8)]


def commands(state: Workshop, pick: int) -> tuple[c.Command, SeatId | None]:
    """Some command that may fit the present moment."""
    now = state.round
    seat = SEATS[pick % len(SEATS)]
    scene = next(iter(now.scenes.values())) if now else None
    replies = scene.beat.replies if scene and scene.beat else ()
    choices: list[tuple[c.Command, SeatId | None]] = [
        (c.Elapse(), None),
        (c.Ready(), seat),
        (c.SetPresence(seat, here=bool(pick % 2)), None),
        (c.Volunteer(willing=bool(pick % 3)), seat),
        (c.SetSwitches(not_today=bool(pick % 2), no_abuse=bool(pick % 3)), seat),
        (c.RenameSeat(seat, f"Name {pick}"), None),
        (c.RenameTeam(TeamId("t1"), f"Team {pick}"), None),
        (c.PauseAll(), None),
        (c.ResumeAll(), None),
        (c.PressStop(), seat),
        (c.GoOn(), seat),
        (c.SkipPhase(), None),
        (c.DropBeat(), None),
        (c.EraseMe(), seat),
        (c.AskDuel(), seat),
        (c.StartRound(SCENARIO, "long"), None),
        (c.TakeSeat(PlayerId(f"late{pick}"), f"Late {pick}", "x"), None),
    ]
    if scene and scene.acting_customer:
        choices += [(c.OpenCard(), scene.acting_customer), (c.YieldFloor(), scene.acting_customer)] * 3
    if scene and scene.beat:
        choices += [(c.SendReply(f"Reply {pick}", anyway=True), one) for one in scene.beat.eligible]
    for reply in replies:
        choices.append((c.RecordMarks(reply.token, MARKS), None))
        choices.append((c.MarkReply(reply.token, 75), scene.acting_customer if scene else None))
        choices.append((c.ReportReply(reply.token), seat))
        choices.append((c.ReleaseReply(reply.token), None))
    return choices[pick % len(choices)]


@settings(max_examples=40)
@given(st.lists(st.integers(0, 10_000), min_size=5, max_size=60))
def test_what_is_kept_equals_what_would_be_rendered(picks: list[int]) -> None:
    at = Instant(1_000_000)
    settings_ = Settings("T", "", (SCENARIO.slug,), ("long",))
    state: Workshop | None = None
    opening: list[tuple[c.Command, SeatId | None]] = [
        (c.OpenWorkshop(WorkshopId("w"), "CODE", "seed", settings_, LIBRARY.badges), None)
    ]
    opening += [(c.TakeSeat(PlayerId(f"p{n}"), f"P{n}", "x"), None) for n in range(7)]
    opening += [(c.SetPresence(seat, here=True), None) for seat in SEATS]
    opening.append((c.StartRound(SCENARIO, "long"), None))
    shelf = Shelf()
    for step, pick in enumerate([*range(len(opening)), *picks]):
        if step < len(opening):
            command, actor = opening[step]
        else:
            assert state is not None
            if pick % 3 == 0:
                at = next_alarm(state, at) or Instant(at + 1000)
            command, actor = commands(state, pick)
        decided = decide(state, command, at=at, actor=actor)
        if isinstance(decided, Refusal):
            continue
        for event in decided:
            state = evolve(state, event)
        assert state is not None
        shelf.refresh(state, at, room=False)
        kept = shelf.kept()
        for key in all_keys(state):
            if not room_wide(key):
                assert kept[key] == render(state, key, at), (key, type(command).__name__)


def test_what_one_newcomer_was_shown_is_still_owed_to_everybody_else() -> None:
    at = Instant(1_000_000)
    opened = decide(None, c.OpenWorkshop(WorkshopId("w"), "CODE", "seed", Settings("T", "", (), ()), ()), at=at)
    assert not isinstance(opened, Refusal)
    state = evolve(None, opened[0])
    shelf = Shelf()
    shelf.refresh(state, at, room=True)
    joined = decide(state, c.TakeSeat(PlayerId("p"), "Mia", "x"), at=at)
    assert not isinstance(joined, Refusal)
    for event in joined:
        state = evolve(state, event)
    shelf.all(state, at)
    assert {"lobby", "seat"} <= {key.name for key in shelf.refresh(state, at, room=True)}
    assert not shelf.refresh(state, at, room=True)
