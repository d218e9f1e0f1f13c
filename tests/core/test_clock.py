from hypothesis import given
from hypothesis import strategies as st

from game.core import clock as clocks
from game.core.clock import Clock, Hold
from game.core.ids import Instant, Millis

AT = Instant(1_000)
HOLDS: tuple[Hold, ...] = ("pause", "stop", "outage", "gather")
moments = st.integers(0, 10_000).map(Instant)
lengths = st.integers(0, 10_000).map(Millis)
holds = st.sampled_from(HOLDS)


def test_a_clock_runs_to_its_deadline_and_is_due_then() -> None:
    clock = clocks.start(AT, Millis(500))
    assert clocks.time_left(clock, Instant(1_200)) == 300
    assert not clocks.is_due(clock, Instant(1_499))
    assert clocks.is_due(clock, Instant(1_500))


def test_a_clock_that_starts_held_keeps_its_whole_length() -> None:
    clock = clocks.start(AT, Millis(500), frozenset({"pause"}))
    assert clock == Clock(total=Millis(500), left=Millis(500), holds=frozenset({"pause"}))
    assert not clocks.is_due(clock, Instant(99_999))


def test_the_first_hold_stores_what_is_left_and_the_last_release_sets_a_new_deadline() -> None:
    clock = clocks.hold(clocks.start(AT, Millis(500)), "pause", Instant(1_200))
    both = clocks.hold(clock, "stop", Instant(1_400))
    assert both.left == 300
    one = clocks.release(both, "pause", Instant(5_000))
    assert one.deadline is None
    free = clocks.release(one, "stop", Instant(6_000))
    assert (free.deadline, free.left, free.held) == (6_300, None, False)


def test_a_hold_after_the_deadline_leaves_nothing_rather_than_less() -> None:
    assert clocks.hold(clocks.start(AT, Millis(500)), "pause", Instant(9_000)).left == 0


def test_thirty_seconds_while_held_add_to_what_is_left() -> None:
    held = clocks.extend(clocks.hold(clocks.start(AT, Millis(500)), "pause", AT), Millis(30_000))
    assert (held.left, held.deadline, held.total) == (30_500, None, 30_500)
    running = clocks.extend(clocks.start(AT, Millis(500)), Millis(30_000))
    assert (running.left, running.deadline, running.total) == (None, 31_500, 30_500)


def test_an_untimed_clock_is_never_due_and_stays_untimed() -> None:
    clock = clocks.release(clocks.hold(clocks.extend(clocks.start(AT, None), Millis(30_000)), "stop", AT), "stop", AT)
    assert clock == Clock()
    assert not clocks.is_due(clock, Instant(99_999))
    assert clocks.time_left(clock, AT) is None


def test_taking_the_time_away_keeps_the_holds() -> None:
    held = clocks.hold(clocks.start(AT, Millis(500)), "stop", AT)
    assert clocks.untimed(held) == Clock(holds=frozenset({"stop"}))


def test_releasing_a_reason_that_does_not_hold_changes_nothing() -> None:
    clock = clocks.start(AT, Millis(500))
    assert clocks.release(clock, "gather", Instant(1_300)) == clock


@given(lengths, st.lists(st.tuples(st.booleans(), holds, st.integers(0, 500)), max_size=30))
def test_a_clock_is_never_both_held_and_running_and_time_runs_only_while_it_is_free(
    length: Millis, steps: list[tuple[bool, Hold, int]]
) -> None:
    clock, now, ran = clocks.start(AT, length), AT, 0
    for take, reason, passed in steps:
        if not clock.held:
            ran = min(length, ran + passed)
        now = Instant(now + passed)
        clock = clocks.hold(clock, reason, now) if take else clocks.release(clock, reason, now)
        assert not (clock.held and clock.deadline is not None)
        assert (clock.deadline is None) != (clock.left is None)
        assert clocks.time_left(clock, now) == length - ran
        assert clocks.is_due(clock, now) == (not clock.held and ran == length)


@given(lengths, moments, st.permutations(HOLDS), lengths)
def test_holds_come_and_go_in_any_order_and_added_time_is_never_lost(
    length: Millis, spent: Instant, order: list[Hold], extra: Millis
) -> None:
    spent = Instant(min(spent, length))
    clock = clocks.start(AT, length)
    for reason in HOLDS:
        clock = clocks.hold(clock, reason, Instant(AT + spent))
    clock = clocks.extend(clock, extra)
    for reason in order:
        assert clock.held
        clock = clocks.release(clock, reason, Instant(AT + 50_000))
    assert clock.deadline == AT + 50_000 + length - spent + extra
