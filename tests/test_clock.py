import pytest

from game.clock import WallClock


class Machine:
    """The clocks of a machine, set by hand: `pass_time` moves both, `set_wall` only what people can set."""

    def __init__(self) -> None:
        self.wall, self.ticks = 1_700_000_000.0, 500.0

    def clock(self, speed: float = 1.0) -> WallClock:
        return WallClock(speed, lambda: self.wall, lambda: self.ticks)

    def pass_time(self, seconds: float) -> None:
        self.wall += seconds
        self.ticks += seconds

    def set_wall(self, seconds: float) -> None:
        self.wall += seconds


def test_the_game_goes_on_from_where_it_was_when_the_wall_clock_is_set_back() -> None:
    machine = Machine()
    clock = machine.clock()
    before = clock.now()
    machine.pass_time(10)
    machine.set_wall(-3600)
    machine.pass_time(5)
    assert clock.now() - before == 15_000
    machine.pass_time(5)
    assert clock.now() - before == 20_000


def test_the_game_follows_the_wall_clock_forward_and_through_small_corrections() -> None:
    machine = Machine()
    clock = machine.clock()
    machine.set_wall(3600)  # or the machine slept
    assert clock.now() == int(machine.wall * 1000)
    machine.set_wall(-0.4)
    assert clock.now() == int(machine.wall * 1000)


@pytest.mark.parametrize("speed", [1.0, 60.0])
def test_a_faster_game_is_faster_also_after_a_jump(speed: float) -> None:
    machine = Machine()
    clock = machine.clock(speed)
    before = clock.now()
    machine.set_wall(-100)
    machine.pass_time(2)
    assert clock.now() - before == pytest.approx(2000 * speed, abs=1)
