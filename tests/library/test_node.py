"""Looking into raw data without stumbling over what is missing or of another type."""

from game.library.node import Node

DATA = {"facts": [{"id": "a", "hidden": True}, "odd"], "cost": 3, "words": ["one two", 4, "three"]}


def test_a_place_below_keeps_its_path() -> None:
    assert [fact["id"].path for fact in Node(DATA)["facts"].each()] == [("facts", 0, "id"), ("facts", 1, "id")]


def test_what_is_absent_or_of_another_type_reads_as_empty() -> None:
    node = Node(DATA)
    assert (node["none"]["deeper"].text, node["cost"].text, node["facts"].number, node["cost"].flag) == ("", "", None, False)
    assert list(node["cost"].each()) == []
    assert list(node["cost"].fields()) == []
    assert Node(True).number is None


def test_words_are_counted_in_texts_and_lists_of_texts() -> None:
    assert (Node("a b  c").words(), Node(DATA)["words"].words()) == (3, 3)


def test_walking_visits_every_place_once() -> None:
    places = [place.path for place in Node(DATA).walk()]
    assert len(places) == len(set(places)) == 11
