"""The numbers of a report, on lines small enough to count by hand, and its page."""

import re
from pathlib import Path

import pytest

from game.rubric import Rubric
from game.rubric.page import html, write_html
from game.rubric.report import quadratic_kappa, report

GOOD = "I am sorry that the parcel got lost. I will send a new one tomorrow."
COLD = "The parcel is gone & <b>that</b> is final."


def line(number: int, reply: str, apology: int, *, second: int | None = None, quote: str = "") -> dict[str, object]:
    made: dict[str, object] = {"id": f"L{number}", "situation": "x", "reply": reply, "levels_a": {"apology": apology}}
    if second is not None:
        made["levels_b"] = {"apology": second}
    if quote:
        made["evidence_a"] = {"apology": quote}
    return made


def test_presence_is_counted_where_both_people_agree(rubric: Rubric) -> None:
    lines = [
        line(1, GOOD, 3, second=2),  # seen
        line(2, COLD, 2, second=2),  # missed
        line(3, GOOD, 0, second=0),  # seen by nobody else
        line(4, COLD, 1, second=0),  # people differ: left out
    ]
    measured = report(lines, rubric).of("apology")
    assert (measured.positives, measured.precision, measured.recall, measured.f1) == (2, 0.5, 0.5, 0.5)


def test_the_confusion_table_has_people_in_rows(rubric: Rubric) -> None:
    measured = report([line(1, GOOD, 3), line(2, COLD, 2), line(3, COLD, 0)], rubric).of("apology")
    assert measured.confusion == ((1, 0, 0, 0), (0, 0, 0, 0), (1, 0, 0, 0), (0, 0, 0, 1))


def test_the_worst_disagreements_come_first(rubric: Rubric) -> None:
    worst = report([line(1, COLD, 1), line(2, COLD, 3), line(3, GOOD, 3)], rubric).of("apology").worst
    assert [item.id for item in worst] == ["L2", "L1"]
    assert worst[0].people == 3


def test_kappa_is_one_for_agreement_zero_for_chance_and_below_for_contradiction() -> None:
    assert quadratic_kappa([0, 1, 2, 3], [0, 1, 2, 3]) == 1
    assert quadratic_kappa([0, 0, 3, 3], [0, 3, 0, 3]) == pytest.approx(0)
    assert (quadratic_kappa([0, 3], [3, 0]) or 0) < 0
    assert quadratic_kappa([0.5, 2.5], [1, 2]) == pytest.approx(1 - 0.25 / 1.25)
    assert quadratic_kappa([], []) is None
    assert quadratic_kappa([1, 1], [1, 1]) is None


def test_evidence_is_compared_word_by_word_where_both_gave_some(rubric: Rubric) -> None:
    exact = report([line(1, GOOD, 3, quote="sorry that the parcel got lost")], rubric)
    assert exact.evidence_pairs == 1
    assert (exact.evidence_f1 or 0) > 0.8
    elsewhere = report([line(1, GOOD, 3, quote="I will send")], rubric)
    assert elsewhere.evidence_f1 == 0
    assert report([line(1, COLD, 0, quote="gone")], rubric).evidence_f1 is None


def test_a_report_on_nothing_is_empty_not_broken(rubric: Rubric) -> None:
    measured = report([], rubric)
    assert (measured.replies, measured.macro_f1, measured.evidence_f1) == (0, None, None)


def test_replies_without_any_level_are_counted(rubric: Rubric) -> None:
    unlabelled: list[dict[str, object]] = [
        {"reply": GOOD},
        {"reply": GOOD, "levels_a": {}},
        {"reply": GOOD, "levels_a": {"apology": None, "tone": 2}},
    ]
    measured = report([line(1, GOOD, 3), *unlabelled], rubric)
    assert measured.unlabelled == 3
    assert measured.unknown == (("tone", 1),)


def test_what_is_left_out_is_counted_by_its_reason(rubric: Rubric) -> None:
    one_label = {"reply": GOOD, "levels_a": {"apology": 3}, "levels_b": {"apology": None}}
    measured = report([line(1, GOOD, 3, second=0), one_label, line(2, "\U0001f642", 0), line(3, GOOD, 3)], rubric).of("apology")
    assert (measured.compared, measured.disputed, measured.single, measured.unmarked) == (2, 1, 1, 1)
    assert (measured.positives, measured.f1) == (1, 1)


def test_marks_that_nobody_overruled_are_no_labels_of_people(rubric: Rubric) -> None:
    exported = line(1, GOOD, 3) | {"machine": {"apology": 1, "empathy": 1}, "reasons": {"apology": "It is a good one."}}
    exported["levels_a"] = {"apology": 3, "empathy": 1, "limits": None}
    measured = report([exported, line(2, GOOD, 3)], rubric)
    assert (measured.labels, measured.copied) == (3, 1)
    assert measured.notes()[0].startswith("Labels that people gave: 2 of 3.")


def test_the_page_is_whole_and_shows_replies_as_text(rubric: Rubric, tmp_path: Path) -> None:
    path = tmp_path / "new" / "report.html"
    write_html(report([line(1, GOOD, 3), line(2, COLD, 3)], rubric), path)
    page = path.read_text(encoding="utf-8")
    assert page.startswith("<!doctype html>")
    assert rubric.version in page
    assert "&lt;b&gt;that&lt;/b&gt;" in page
    assert "<b>that</b>" not in page
    assert "http" not in page


def test_a_disagreement_shows_what_the_customer_said_last_and_what_each_person_gave(rubric: Rubric) -> None:
    told = [{"who": "customer", "text": "Hello?"}, {"who": "agent", "text": "Hi."}]
    heard, earlier = line(1, COLD, 2, second=1), line(2, COLD, 3)
    page = html(report([heard | {"customer": "It is <gone>!", "history": told}, earlier | {"history": told}], rubric))
    assert "<strong>L1</strong> x: people 2 and 1, rubric 0" in page
    assert "<p>Customer: It is &lt;gone&gt;!" in page
    assert "<strong>L2</strong> x: people 3, rubric 0" in page
    assert "<p>Customer: Hello?" in page
    assert "<p>No words counted.</p>" in page
    assert "<ul></ul>" not in page


@pytest.mark.parametrize(
    ("name", "situation", "shown"), [("", None, ""), ("", "x", "x: "), ("L1", "", "<strong>L1</strong>: ")]
)
def test_a_disagreement_without_a_name_begins_with_what_it_has(
    name: str, situation: str | None, shown: str, rubric: Rubric
) -> None:
    page = html(report([line(1, COLD, 3) | {"id": name, "situation": situation}], rubric))
    assert f"<p>{shown}people 3, rubric 0</p>" in page


def test_the_page_says_how_many_disagreements_it_does_not_show(rubric: Rubric) -> None:
    page = html(report([line(number, COLD, 3) for number in range(30)], rubric))
    assert "12 of 30 shown" in page


def test_criteria_have_plain_names_and_numbers_an_explanation(rubric: Rubric) -> None:
    page = html(report([line(1, GOOD, 3)], rubric))
    assert "Follow through" in page
    assert "follow_through" not in page
    for explained in ("counts as present", "composure", "F1 is", "Quadratic kappa is", "Evidence word F1 is", "rounded down"):
        assert explained in page, explained


def test_the_page_has_dashes_and_a_sentence_where_nothing_is_compared(rubric: Rubric) -> None:
    page = html(report([{"reply": GOOD}], rubric))
    assert "mean over criteria<td>\u2013" in page
    assert "0.000" not in page
    assert "Nothing could be compared." in page
    assert "Replies without labels: 1 of 1." in page


def test_a_wide_table_scrolls_by_itself_and_long_words_break(rubric: Rubric) -> None:
    page = html(report([line(1, GOOD, 3), line(2, COLD, 3)], rubric))
    tables = re.findall(r"<table", page)
    assert len(re.findall(r'<div class="wide" tabindex="0"><table', page)) == len(tables) == 3
    assert re.search(r"\.wide {[^}]*overflow-x: auto", page)
    assert re.search(r"body {[^}]*overflow-wrap: anywhere", page)


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_colours_of_words_can_be_read_in_light_and_dark(scheme: int, rubric: Rubric) -> None:
    page = html(report([], rubric))
    colours = {name: pair[scheme] for name, *pair in re.findall(r"--(\w+): light-dark\(#(\w{6}), #(\w{6})\)", page)}
    assert set(colours) == {"paper", "ink", "good", "bad"}
    for name in ("ink", "good", "bad"):
        assert contrast(colours[name], colours["paper"]) >= 4.5, name


def contrast(one: str, other: str) -> float:
    """Of two colours in hexadecimals. Source: WCAG 2.2, contrast ratio."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    shares = [value / 255 for value in bytes.fromhex(colour)]
    linear = [share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
