"""Bars are set where they go wrong least."""

from game.core.ids import Criterion
from game.rubric.training.bars import Judged, choose
from game.rubric.weighing import Case, lowered, reached, settled

Chances = tuple[float, float, float]
HIGH, LOW = (0.9, 0.7, 0.1), (0.25, 0.05, 0.01)


def case(cues: int, chances: Chances, of: Criterion = "inquiry") -> Case:
    return Case(of, cues, 3, doubtable=True, debatable=True, chances=chances, civil=chances[1] if of == "composure" else 0.9)


def one(people: int, cues: int, chances: Chances) -> Judged:
    return Judged(case(cues, chances), (people,))


def tone(people: int, cues: int, chances: Chances) -> Judged:
    return Judged(case(cues, chances, "composure"), (people,))


def test_given_a_head_that_is_right_when_bars_are_set_then_it_is_followed() -> None:
    bars = choose("inquiry", [one(2, 0, HIGH), one(0, 2, LOW)] * 20)
    assert reached(HIGH, bars) == 2
    assert lowered(2, LOW, bars) == 0


def test_given_a_head_that_is_wrong_when_bars_are_set_then_the_cues_stand() -> None:
    bars = choose("inquiry", [one(0, 0, HIGH), one(2, 2, LOW)] * 20)
    assert reached(HIGH, bars) == 0
    assert lowered(2, LOW, bars) == 2


def test_given_more_tricks_than_honest_replies_that_look_alike_then_none_is_credited() -> None:
    alike = (0.6, 0.1, 0.0)
    assert reached(alike, choose("apology", [one(1, 0, alike)] * 10 + [one(0, 0, alike)] * 12)) == 0


def test_given_kind_words_in_mockery_then_none_of_them_is_believed() -> None:
    kind = case(2, HIGH)
    mocked = Case("inquiry", 2, 3, doubtable=True, debatable=True, chances=HIGH, civil=0.1)
    bars = choose("inquiry", [Judged(kind, (2,)), Judged(mocked, (0,))] * 20)
    assert (settled(kind, bars), settled(mocked, bars)) == (2, 0)


def test_given_tones_when_bars_are_set_then_contempt_is_marked_and_firmness_is_not() -> None:
    contempt, firm = (0.8, 0.1, 0.0), (0.95, 0.9, 0.2)
    bars = choose("composure", [tone(1, 2, contempt), tone(2, 2, firm), tone(2, 1, firm)] * 20)
    assert settled(case(2, contempt, "composure"), bars) == 1
    assert settled(case(1, firm, "composure"), bars) == 2


def test_given_firmness_that_sounds_like_contempt_then_rather_contempt_goes_unmarked() -> None:
    alike = (0.9, 0.3, 0.0)
    bars = choose("composure", [tone(1, 2, alike)] * 40 + [tone(2, 2, alike)] * 20)
    assert settled(case(2, alike, "composure"), bars) == 2


def test_given_civil_replies_then_a_share_of_them_is_sent_to_people() -> None:
    civil = [tone(2, 2, (1.0, number / 100, 0.1)) for number in range(100)]
    assert 0.05 <= choose("composure", civil).review <= 0.15
