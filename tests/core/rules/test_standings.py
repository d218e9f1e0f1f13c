import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.core.ids import SeatId, TeamId
from game.core.rules import standings
from game.core.scenario import OutcomeKind
from game.core.state import PlayerResult, RoundResult, TeamResult

boards = st.dictionaries(
    st.integers(1, 40).map(lambda n: SeatId(f"s{n}")), st.sampled_from([0.0, 40.0, 55.5, 60.04, 60.0, 99.9])
)


def rows(**points: float) -> tuple[tuple[int, SeatId, float], ...]:
    return standings.ranked({SeatId(seat): value for seat, value in points.items()})


def round_of(
    players: dict[str, float], teams: dict[str, tuple[float, OutcomeKind]] | None = None, number: int = 1
) -> RoundResult:
    return RoundResult(
        number,
        "kettle",
        "The kettle",
        tuple(PlayerResult(SeatId(seat), TeamId("t1"), "agent", value, (), None, ()) for seat, value in players.items()),
        tuple(TeamResult(TeamId(team), value, (), kind, ()) for team, (value, kind) in (teams or {}).items()),
    )


def test_ties_share_a_rank_and_the_next_rank_is_skipped() -> None:
    assert rows(a=70, b=80, c=70, d=60) == ((1, "b", 80), (2, "a", 70), (2, "c", 70), (4, "d", 60))


def test_what_looks_equal_to_a_tenth_is_equal() -> None:
    assert [rank for rank, _, _ in rows(a=70.04, b=70.0)] == [1, 1]
    assert [rank for rank, _, _ in rows(a=70.06, b=70.0)] == [1, 2]


def test_a_player_has_the_mean_over_the_rounds_they_played() -> None:
    results = [round_of({"a": 80, "b": 50}), round_of({"a": 60}, number=2)]
    assert standings.player_points(results) == {"a": 70, "b": 50}


def test_a_stopped_scene_is_left_out_of_a_teams_mean() -> None:
    first = round_of({}, {"t1": (80, "resolved"), "t2": (40, "hung_up")})
    second = round_of({}, {"t1": (0, "stopped"), "t2": (60, "resolved")}, number=2)
    assert standings.team_points([first, second]) == {"t1": 80, "t2": 50}


def test_a_team_that_was_only_stopped_has_no_rank() -> None:
    assert standings.team_points([round_of({}, {"t1": (0, "stopped")})]) == {}


@pytest.mark.parametrize(
    ("players", "shown"), [(1, 1), (2, 1), (3, 2), (4, 3), (5, 3), (6, 3), (7, 4), (8, 4), (20, 10), (40, 20)]
)
def test_the_upper_part_is_half_at_least_three_and_never_all(players: int, shown: int) -> None:
    board = rows(**{f"s{n:02}": float(n) for n in range(players)})
    assert standings.upper(board) == board[:shown]


@given(boards)
def test_nobody_is_shown_to_be_last(points: dict[SeatId, float]) -> None:
    board = standings.ranked(points)
    shown = standings.upper(board)
    last = board[-1][0] if board else 1
    assert all(rank == 1 or rank < last for rank, _, _ in shown)
    assert len(board) <= 1 or len(shown) < len(board)
    assert not board or shown


def test_where_all_are_equal_all_are_first() -> None:
    shown = standings.upper(rows(a=50, b=50, c=50, d=50))
    assert [rank for rank, _, _ in shown] == [1, 1, 1]


def test_those_who_tie_for_the_last_rank_are_not_shown() -> None:
    assert standings.upper(rows(a=90, b=50, c=50, d=50)) == ((1, "a", 90),)


@given(boards)
def test_ranks_go_up_by_as_many_as_stand_before(points: dict[SeatId, float]) -> None:
    board = standings.ranked(points)
    for rank, _, value in board:
        assert rank == 1 + sum(other > value for _, _, other in board)


def test_neighbours_are_up_to_two_above_and_two_below() -> None:
    board = rows(**{f"s{n}": 100.0 - n for n in range(9)})
    assert [seat for _, seat, _ in standings.neighbours(board, SeatId("s4"))] == ["s2", "s3", "s4", "s5", "s6"]
    assert [seat for _, seat, _ in standings.neighbours(board, SeatId("s0"))] == ["s0", "s1", "s2"]
    assert [seat for _, seat, _ in standings.neighbours(board, SeatId("s8"))] == ["s6", "s7", "s8"]
    assert standings.neighbours(board, SeatId("nobody")) == ()


@given(boards)
def test_nobody_finds_out_from_a_neighbour_who_is_last(points: dict[SeatId, float]) -> None:
    board = standings.ranked(points)
    for _, seat, _ in board:
        for rank, other, _ in standings.neighbours(board, seat):
            assert rank in (0, 1) or rank < board[-1][0] or other == seat
