from typing import Any, get_args

import pytest

from game.core import commands as c
from game.core.permissions import ALLOWED, Role, may

PLAYER = {
    "LeaveWorkshop", "SetSwitches", "SetPace", "EraseMe", "Volunteer", "OpenCard", "PassCard", "Ready", "Say", "SayLine",
    "PlayWildcard", "YieldFloor", "SaveDraft", "SendReply", "MarkReply", "TickFacts", "SealNeed", "AskDuel", "CastBallot",
    "ReportReply", "ThankCustomer", "StepOut", "SignReply", "AppealMark", "TakeAgain", "SetAim", "CheckStress", "PressStop",
    "GoOn", "SwapRole", "TapIn", "HandOver", "HoldLine", "MarkMoment", "EndExchange",
}  # fmt: skip
DESK = {
    "ChangeSettings", "MoveSeat", "DealTeams", "RenameSeat", "RenameTeam", "RemoveSeat", "UnbanAll", "SetLock", "SetTimeFactor",
    "StartRound", "PauseAll", "PauseTeam", "ResumeAll", "ResumeTeam", "Gather", "AddTime", "SetTimed", "SkipPhase", "DropBeat",
    "EndRound", "Recast", "ReleaseReply", "ClearStage", "UncoverReply", "KeepCovered", "OverruleMark", "KeepMark",
    "SetStageSound", "StartCeremony", "CloseWorkshop",
}  # fmt: skip
SYSTEM = {"OpenWorkshop", "TakeSeat", "SetPresence", "Elapse", "RecordMarks", "Resume"}
WRITTEN: dict[Role, set[str]] = {"player": PLAYER, "desk": DESK, "stage": set(), "system": SYSTEM}
COMMANDS: tuple[type, ...] = get_args(c.Command)


def blank(kind: type) -> Any:
    """A command of this kind with nothing in it: who may send it does not depend on what it says."""
    return object.__new__(kind)


def test_every_command_is_in_exactly_one_list() -> None:
    assert {kind.__name__ for kind in COMMANDS} == PLAYER | DESK | SYSTEM
    assert len(COMMANDS) == len(PLAYER) + len(DESK) + len(SYSTEM)


@pytest.mark.parametrize("role", get_args(Role))
@pytest.mark.parametrize("kind", COMMANDS, ids=lambda kind: kind.__name__)
def test_who_may_send_what(role: Role, kind: type) -> None:
    refusal = may(role, blank(kind))
    assert (refusal is None) == (kind.__name__ in WRITTEN[role])
    if refusal is not None:
        assert refusal.code == "wrong_role"
        assert refusal.sentence.endswith(".")


def test_the_table_knows_every_role() -> None:
    assert set(ALLOWED) == set(get_args(Role))


def test_a_draft_is_no_command_of_anybody() -> None:
    for role in get_args(Role):
        assert may(role, blank(c.Draft)) is not None
