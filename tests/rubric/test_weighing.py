"""What the head may raise and what it may doubt, beside what the cues found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.core.ids import CRITERIA, Criterion
from game.core.marks import Context, Level
from game.core.scenario import ActionKind
from game.rubric.cues import Hit
from game.rubric.findings import Findings, Verdict
from game.rubric.reading import Respelling, Spelling, read
from game.rubric.semantic import Bars, Likely, Opinion
from game.rubric.weighing import DEEDS, HIGHEST, Case, floor, settled, weigh

PLAIN = Spelling({}, (), dict[str, Respelling](), frozenset())
READING = read("You waited nine days and we let you. I will bring it myself.", PLAIN)
BARS = {criterion: Bars((0.8, 0.8), (0.1, 0.1, 0.1), review=0.5) for criterion in CRITERIA}
SURE, UNSURE, SURE_NOT = (0.95, 0.9, 0.85), (0.5, 0.4, 0.2), (0.05, 0.02, 0.01)


def opinion(levels: tuple[float, float, float], read_to: int = 99) -> Opinion:
    return Opinion({criterion: Likely(levels, ((1, 5),), (1, 8), "a wording") for criterion in CRITERIA}, read_to)


def hit(criterion: Criterion, sign: str, level: Level = 1, *, lost: bool = False) -> Hit:
    return Hit(f"{criterion}.{sign}", criterion, sign, "lost" if lost else "earned", level, "Because.", 1, 3, 0, "cue")


def weighed(
    criterion: Criterion,
    level: Level | None,
    levels: tuple[float, float, float],
    *hits: Hit,
    context: Context | None = None,
    read_to: int = 99,
) -> Verdict:
    found = {other: Verdict(None) for other in CRITERIA}
    found[criterion] = Verdict(level, hits)
    findings = Findings(READING, context or Context(abusive=True, closing=True), hits, ())
    return weigh(found, findings, opinion(levels, read_to), BARS)[criterion]


WORDY = [criterion for criterion in CRITERIA if criterion != "composure"]


@pytest.mark.parametrize("criterion", WORDY)
def test_given_no_cue_when_the_head_is_sure_then_it_raises_to_two_and_says_what_it_is_like(criterion: Criterion) -> None:
    verdict = weighed(criterion, 1 if criterion == "listening" else 0, SURE)
    assert verdict.level == HIGHEST == 2
    (shown,) = verdict.hits
    assert (shown.confidence, shown.polarity, shown.reason) == ("semantic", "earned", "Similar in meaning to: a wording")
    assert (shown.first, shown.last) == (1, 5)


def test_given_a_three_of_the_cues_when_the_head_is_sure_then_three_stays() -> None:
    assert weighed("empathy", 3, SURE, hit("empathy", "reasoned", 3)).level == 3


def test_given_a_doubt_about_no_more_than_a_level_then_the_words_stay_shown_and_the_reason_says_so() -> None:
    verdict = weighed("empathy", 3, (0.9, 0.4, 0.05), hit("empathy", "reasoned", 3), hit("empathy", "feeling", 2))
    assert verdict.level == 2
    assert [(item.polarity, item.reason) for item in verdict.hits] == [
        ("earned", "Because. Read as a whole, the reply seems to do less."),
        ("earned", "Because."),
    ]


@pytest.mark.parametrize("criterion", WORDY)
def test_given_the_words_when_the_head_is_sure_that_nothing_is_meant_then_the_award_is_taken_back(criterion: Criterion) -> None:
    verdict = weighed(criterion, 2, SURE_NOT, hit(criterion, "said", 2))
    assert verdict.level == 0
    assert [(item.cue, item.polarity, item.confidence) for item in verdict.hits] == [
        (f"{criterion}.doubted", "lost", "semantic")
    ]


@pytest.mark.parametrize("levels", [(0.9, 0.05, 0.02), SURE_NOT], ids=["a level of it", "all of it"])
def test_given_a_doubt_then_the_next_level_takes_words_that_are_meant(levels: tuple[float, float, float]) -> None:
    verdict = weighed("apology", 2, levels, hit("apology", "specific", 2))
    assert verdict.instead == "Say it so that it can only be meant for this customer and this trouble."
    assert weighed("apology", 2, SURE, hit("apology", "specific", 2)).instead == ""


def test_given_a_polite_form_when_nothing_is_meant_then_no_word_is_lost_over_it() -> None:
    assert weighed("rapport", 1, SURE_NOT, hit("rapport", "polite")) == Verdict(0)
    personal = weighed("rapport", 2, SURE_NOT, hit("rapport", "polite"), hit("rapport", "personal", 2))
    assert [item.cue for item in personal.hits] == ["rapport.doubted"] * 2


def test_given_an_unsure_head_then_the_cues_decide() -> None:
    verdict = weighed("apology", 2, UNSURE, hit("apology", "specific", 2))
    assert (verdict.level, [item.cue for item in verdict.hits]) == (2, ["apology.specific"])
    assert weighed("apology", 0, UNSURE) == Verdict(0)


def test_given_na_then_it_stays_na() -> None:
    assert weighed("limits", None, SURE).level is None


def test_given_a_veto_then_nothing_is_raised() -> None:
    assert weighed("empathy", 0, SURE, hit("empathy", "vetoed", 0, lost=True)).level == 0


@pytest.mark.parametrize("criterion", CRITERIA)
def test_given_an_insult_then_nothing_is_raised(criterion: Criterion) -> None:
    insult = hit("composure", "insult", 0, lost=True)
    level: Level = 0
    found = {other: Verdict(level) for other in CRITERIA}
    findings = Findings(READING, Context(), (insult,), ())
    assert weigh(found, findings, opinion(SURE), BARS)[criterion].level == 0


@pytest.mark.parametrize("highest", [0, 1])
def test_given_a_context_that_allows_no_more_then_nothing_is_raised_beyond(highest: Level) -> None:
    found = {other: Verdict(None) for other in CRITERIA}
    found["apology"] = Verdict(0, highest=highest)
    assert weigh(found, Findings(READING, Context(), (), ()), opinion(SURE), BARS)["apology"].level == highest


def test_given_mockery_then_no_kind_word_is_believed() -> None:
    bars = {**BARS, "empathy": Bars((0.8, 0.8), (0.0, 0.0, 0.0), civil=0.3)}
    found = {other: Verdict(None) for other in CRITERIA}
    found["empathy"] = Verdict(2, (hit("empathy", "feeling", 2),))
    read_so = opinion(SURE).found
    mocking = Opinion({**read_so, "composure": Likely((0.4, 0.1, 0.0), ((1, 3),), (1, 8), "a sneer")}, 99)
    verdict = weigh(found, Findings(READING, Context(), (), ()), mocking, bars)["empathy"]
    assert verdict.level == 0
    assert [item.polarity for item in verdict.hits] == ["lost"]


def test_given_an_amount_beyond_what_is_fair_in_the_words_then_it_is_no_fair_step() -> None:
    reading = read("A cheque for 5000 euro goes to you.", PLAIN)
    found = {other: Verdict(None) for other in CRITERIA}
    found["solution"] = Verdict(0)
    read_so = Opinion({one: Likely(SURE, ((1, 8),), (1, 8), "a wording") for one in CRITERIA}, 99)
    for fair_max, level in ((20, 1), (6000, 2)):
        findings = Findings(reading, Context(fair_max=fair_max, authority=fair_max), (), ())
        assert weigh(found, findings, read_so, BARS)["solution"].level == level


def test_given_what_a_verdict_rests_on_is_gone_then_it_is_no_three() -> None:
    found = {other: Verdict(0) for other in CRITERIA}
    found |= {"composure": Verdict(3), "apology": Verdict(3, (hit("apology", "specific", 3),))}
    found |= {"solution": Verdict(2, (hit("solution", "step", 2),)), "empathy": Verdict(2, (hit("empathy", "feeling", 2),))}
    levels = {"solution": SURE_NOT, "empathy": SURE_NOT}
    likely = {one: Likely(levels.get(one, UNSURE), ((1, 5),), (1, 8), "a wording") for one in CRITERIA}
    weighed_so = weigh(found, Findings(READING, Context(), (), ()), Opinion(likely, 99), BARS)
    assert (weighed_so["composure"].level, weighed_so["apology"].level) == (2, 2)


def test_given_a_cue_inside_a_wording_then_the_whole_wording_is_shown() -> None:
    (shown,) = weighed("empathy", 2, UNSURE, hit("empathy", "feeling", 2)).hits
    assert (shown.first, shown.last) == (1, 5)


@pytest.mark.parametrize(("criterion", "action"), [(one, action) for one, deeds in DEEDS.items() for action in sorted(deeds)])
def test_given_a_deed_then_what_it_earns_is_not_doubted_for_want_of_words(criterion: Criterion, action: ActionKind) -> None:
    kept = weighed(criterion, 2, SURE_NOT, context=Context(actions=(action,), abusive=True))
    assert kept.level == 2
    other = weighed(criterion, 2, SURE_NOT, hit(criterion, "said", 2), context=Context(actions=("look_up",), abusive=True))
    assert other.level == 0


def test_given_a_reply_too_long_to_be_read_whole_then_nothing_is_doubted() -> None:
    assert weighed("empathy", 2, SURE_NOT, hit("empathy", "feeling", 2), read_to=2).level == 2


def test_given_a_tone_that_no_cue_heard_then_it_costs_a_level_and_people_are_asked() -> None:
    verdict = weighed("composure", 2, (0.9, 0.05, 0.01))
    assert (verdict.level, verdict.review) == (1, True)
    assert verdict.hits[0].reason == "Sounds like: a wording"


def test_given_a_doubtful_tone_then_it_costs_nothing_and_people_are_asked() -> None:
    verdict = weighed("composure", 2, (0.9, 0.4, 0.2))
    assert (verdict.level, verdict.review) == (2, True)


@pytest.mark.parametrize("sign", ["policy", "rule", "blame"])
def test_given_a_firm_sentence_that_cues_took_for_worse_then_the_head_acquits_it_and_people_see_why(sign: str) -> None:
    verdict = weighed("composure", 1, SURE, hit("composure", sign, lost=True))
    assert (verdict.level, verdict.review) == (2, True)
    assert [item.cue for item in verdict.hits] == [f"composure.{sign}"]


@pytest.mark.parametrize("sign", ["shouting", "threat", "insult", "sarcasm"])
def test_given_what_is_beyond_debate_then_the_head_acquits_nobody(sign: str) -> None:
    assert weighed("composure", 1, SURE, hit("composure", sign, lost=True)).level == 1


CHANCES = st.tuples(*[st.floats(0, 1)] * 3)
BAR = st.floats(0, 1.1)
ANY_BARS = st.builds(Bars, raises=st.tuples(BAR, BAR), doubts=st.tuples(BAR, BAR, BAR), civil=BAR)
CASES = st.builds(
    Case,
    criterion=st.sampled_from(CRITERIA),
    level=st.integers(0, 3),
    highest=st.integers(0, 3),
    doubtable=st.booleans(),
    debatable=st.booleans(),
    chances=CHANCES,
    civil=st.floats(0, 1),
)


@given(CASES, ANY_BARS)
def test_no_level_rises_beyond_two_or_what_is_allowed_and_none_falls_that_does_not_rest_on_words(
    case: Case, bars: Bars
) -> None:
    level = settled(case, bars)
    assert 0 <= level <= max(case.level, HIGHEST)
    if case.criterion != "composure":
        assert level <= max(case.level, case.highest)
        assert case.doubtable or level >= case.level


@given(CASES)
def test_bars_that_nothing_reaches_leave_everything_to_the_cues(case: Case) -> None:
    assert settled(case, Bars((1.1, 1.1), (0.0, 0.0, 0.0))) == case.level


def test_only_listening_has_a_level_that_is_had_for_nothing() -> None:
    assert [criterion for criterion in CRITERIA if floor(criterion)] == ["listening"]
