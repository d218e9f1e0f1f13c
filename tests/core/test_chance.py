import re

from hypothesis import given
from hypothesis import strategies as st

from game.core.chance import draw, token


@given(st.text(), st.lists(st.one_of(st.text(), st.integers()), max_size=4))
def test_the_same_seed_and_path_always_draw_the_same(seed: str, path: list[object]) -> None:
    assert draw(seed, *path) == draw(seed, *path)
    assert 0 <= draw(seed, *path) < 2**64
    assert re.fullmatch("[0-9a-f]{10}", token(seed, *path))


def test_another_seed_or_another_path_draws_something_else() -> None:
    drawn = {draw(seed, *path) for seed in ("a", "b") for path in ((), ("x",), ("x", 1), ("x", "1", ""), (1, "x"))}
    assert len(drawn) == 10


def test_a_token_cannot_be_told_from_a_draw_of_the_same_path() -> None:
    assert token("seed", 1, "t1", 1, "s2") != f"{draw('seed', 1, 't1', 1, 's2'):x}"[:10]
