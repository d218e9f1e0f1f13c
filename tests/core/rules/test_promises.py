import pytest

from game.core.ids import Instant, Ref, SeatId, Token
from game.core.marks import Level
from game.core.rules.promises import ledger
from game.core.scenario import ActionEffect, ActionKind
from game.core.state import Promise, Reply
from game.core.words import Words
from tests.core.scenarios import scenario

OPEN = Promise("call_back", 1, 2)


def reply(*actions: ActionKind, offer: str | None = None) -> Reply:
    return Reply(Token("r"), SeatId("s2"), Words(Ref("w"), SeatId("s2"), "text"), actions, offer, Instant(0), False, False)


def heard(*actions: ActionKind, offer: str | None = None) -> tuple[Reply, ...]:
    return (reply(*actions, offer=offer),)


def test_an_action_that_promises_is_noted_with_the_beat_it_is_due() -> None:
    noted, broken = ledger((), heard("call_back"), None, 1, 3, scenario())
    assert noted == (Promise("call_back", made=1, due=2, state="open"),)
    assert broken == 0


def test_what_would_fall_due_after_the_last_beat_is_due_in_it() -> None:
    ((promise,), _) = ledger((), heard("call_back"), None, 2, 2, scenario())
    assert promise.due == 2


def test_a_promise_due_at_once_is_kept_at_once() -> None:
    noted, _ = ledger((), heard("escalate"), None, 1, 2, scenario())
    assert noted == (Promise("escalate", 1, 1, "kept"),)


@pytest.mark.parametrize("action", ["call_back", "offer", "escalate"])
def test_a_due_promise_is_kept_by_a_deed(action: ActionKind) -> None:
    noted, broken = ledger((OPEN,), heard(action, offer="refund" if action == "offer" else None), 0, 2, 3, scenario())
    assert (noted[0].state, broken) == ("kept", 0)


@pytest.mark.parametrize(("level", "state"), [(None, "broken"), (0, "broken"), (1, "broken"), (2, "kept"), (3, "kept")])
def test_or_by_words_that_follow_through(level: Level | None, state: str) -> None:
    noted, broken = ledger((OPEN,), heard(), level, 2, 3, scenario())
    assert (noted[0].state, broken) == (state, int(state == "broken"))


def test_an_action_that_is_no_deed_does_not_keep_it_but_repeating_the_promised_one_does() -> None:
    assert ledger((OPEN,), heard("record"), None, 2, 3, scenario())[1] == 1
    look = ActionEffect("look_up", (), 1, "", "")
    played = scenario(effects=(look,))
    assert ledger((Promise("look_up", 1, 2),), heard("look_up"), None, 2, 3, played)[1] == 0


def test_silence_breaks_what_is_due_and_leaves_what_is_not() -> None:
    later = Promise("look_up", 1, 3)
    noted, broken = ledger((OPEN, later), (), None, 2, 3, scenario())
    assert ([promise.state for promise in noted], broken) == (["broken", "open"], 1)


def test_what_was_settled_before_stays_settled() -> None:
    kept = Promise("call_back", 1, 2, "kept")
    noted, broken = ledger((kept,), (), None, 3, 3, scenario())
    assert (noted, broken) == ((kept,), 0)


def test_every_turn_of_a_live_beat_takes_effect_but_an_action_counts_once() -> None:
    turns = (reply("call_back"), reply("record"), reply("call_back"))
    noted, broken = ledger((OPEN,), turns, None, 2, 3, scenario())
    assert ([(promise.made, promise.state) for promise in noted], broken) == ([(1, "kept"), (2, "open")], 0)
