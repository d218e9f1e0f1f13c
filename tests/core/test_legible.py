from itertools import combinations

import pytest

from game.core.legible import is_visible, look


@pytest.mark.parametrize("text", ["a", "7", "?", "🫖", "愛", " .", "é"])
def test_something_can_be_seen(text: str) -> None:
    assert is_visible(text)


@pytest.mark.parametrize("text", ["", " \n", "\u200b", "\u2060\ufeff", "\u3164\u3164", "\u2800", "\u200d\ufe0f", "\u00ad"])
def test_nothing_can_be_seen(text: str) -> None:
    assert not is_visible(text)


@pytest.mark.parametrize(
    "name",
    [
        "ada",
        "Ada ",
        "A\u200dda",
        "Ada\ufe0f",
        "A\u034fda",
        "\u202eAda",
        "Ad\u0430",
        "\uff21\uff44\uff41",
        "\u0391da",
        "Ada\u3164",
    ],
)
def test_names_that_look_like_ada_are_hers(name: str) -> None:
    assert look(name) == look("Ada")


def test_names_that_look_different_stay_apart() -> None:
    names = ("Ada", "Adá", "Ada B", "Adab", "Aba", "Анна", "Ana", "Ида", "愛", "👩‍🔧", "👩‍🚀", "🦊")
    assert all(look(one) != look(two) for one, two in combinations(names, 2))
