from game.core.scenario import plan_beats
from tests.core.scenarios import EXPLORE, RESOLVE, VENT, beat_plan, scenario


def test_the_long_form_plays_the_beats_as_they_were_written() -> None:
    assert plan_beats(scenario(), "long") == (VENT, EXPLORE, RESOLVE)


def test_the_short_form_joins_the_middle_beat_to_its_neighbours() -> None:
    first, last = plan_beats(scenario(), "short")
    assert (first.kind, last.kind) == ("vent", "resolve")
    assert [focus.criterion for focus in first.focus] == ["inquiry", "listening", "empathy", "apology"]
    assert [focus.criterion for focus in last.focus] == ["solution", "acknowledgement", "closing", "follow_through"]
    assert first.lines == VENT.lines + EXPLORE.lines
    assert last.lines == EXPLORE.lines + RESOLVE.lines


def test_a_joined_beat_never_weighs_more_than_four_criteria_nor_one_of_them_twice() -> None:
    crowded = beat_plan("vent", ("listening", 40), ("empathy", 30), ("apology", 20), ("composure", 10))
    middle = beat_plan("explore", ("inquiry", 60), ("closing", 40))
    first, last = plan_beats(scenario(beats=(crowded, middle, RESOLVE)), "short")
    assert [focus.criterion for focus in first.focus] == ["inquiry", "listening", "empathy", "apology"]
    assert [focus.criterion for focus in last.focus] == ["solution", "closing", "follow_through"]


def test_the_weights_of_a_joined_beat_sum_to_a_hundred_and_keep_their_order() -> None:
    for beat in plan_beats(scenario(), "short"):
        weights = [focus.weight for focus in beat.focus]
        assert sum(weights) == 100
        assert weights == sorted(weights, reverse=True)
        assert min(weights) > 0


def test_a_scenario_of_two_beats_plays_the_same_in_both_forms() -> None:
    two = scenario(beats=(VENT, RESOLVE))
    assert plan_beats(two, "short") == plan_beats(two, "long") == (VENT, RESOLVE)


def test_offers_facts_and_effects_are_found_by_their_names() -> None:
    played = scenario()
    offer, fact, effect = played.offer("refund"), played.fact("lid"), played.effect("look_up")
    assert offer is not None
    assert fact is not None
    assert effect is not None
    assert (offer.cost, fact.omission, effect.facts) == (50, True, ("order",))
    assert (played.offer("no"), played.fact("no"), played.effect("offer")) == (None, None, None)
