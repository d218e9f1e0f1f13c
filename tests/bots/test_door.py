"""Names for a crowd."""

from itertools import islice

from game.bots.door import nicknames
from game.core.settings import NAME_LENGTH

PARTS = {"adjectives": ("Mellow", "Extraordinarily Cheerful"), "nouns": ("Otter", "Teapot", "Lantern")}


def test_names_are_distinct_and_fit_also_when_the_parts_run_out() -> None:
    names = list(islice(nicknames(PARTS, "seed"), 20))
    assert len(set(names)) == 20
    assert all(0 < len(name) <= NAME_LENGTH for name in names)


def test_another_seed_gives_another_order() -> None:
    parts = {"adjectives": [f"A{n}" for n in range(9)], "nouns": ["Otter"]}
    assert next(nicknames(parts, "one")) == next(nicknames(parts, "one"))
    assert list(islice(nicknames(parts, "one"), 9)) != list(islice(nicknames(parts, "two"), 9))
