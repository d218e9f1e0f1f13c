"""How a fault reads."""

from game.library.faults import Fault, LibraryError, field_name


def test_a_field_is_named_as_an_author_would_write_it() -> None:
    assert field_name(("beats", 1, "focus", 0, "weight")) == "beats[1].focus[0].weight"
    assert field_name(()) == ""


def test_a_fault_reads_as_place_field_sentence_and_remedy() -> None:
    fault = Fault("scenarios/a.yaml", 12, "title", "The text is empty.", "Write something.")
    assert str(fault) == "scenarios/a.yaml:12: title: The text is empty. Write something."
    assert str(Fault("badges", 0, "", "The folder is missing.", "Create it.")) == "badges: The folder is missing. Create it."


def test_the_error_counts_its_faults() -> None:
    fault = Fault("badges", 0, "", "The folder is missing.", "Create it.")
    assert str(LibraryError((fault,))).splitlines()[0] == "The content has 1 fault:"
    assert str(LibraryError((fault, fault))).splitlines()[0] == "The content has 2 faults:"
