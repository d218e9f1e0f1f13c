from collections import Counter
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from game.core.clock import Clock
from game.core.ids import Instant, SeatId, WorkshopId
from game.core.rules.casting import all_answered, candidates, choose
from game.core.state import Presence, Scene, Seat, Workshop
from tests.core.given import SETTINGS
from tests.core.pieces import T1, seat, seats

A, B, C = SeatId("s-a"), SeatId("s-b"), SeatId("s-c")
CASTING = Scene(T1, "casting", Clock(), 60)


def room(*people: Seat, seed: str = "seed") -> Workshop:
    return Workshop(WorkshopId("w"), "CODE", seed, Instant(0), SETTINGS, seats=seats(*people))


THREE = (seat("s-a"), seat("s-b"), seat("s-c"))


def test_a_volunteer_comes_before_all_others() -> None:
    eager = replace(THREE[1], times_customer=5)
    asked = replace(CASTING, answered={A: False, B: True})
    assert choose(room(THREE[0], eager, THREE[2]), asked) == B


def test_among_volunteers_whoever_was_customer_least_often_plays() -> None:
    people = (replace(THREE[0], times_customer=2), replace(THREE[1], times_customer=1), THREE[2])
    assert choose(room(*people), replace(CASTING, answered={A: True, B: True, C: False})) == B


def test_without_a_volunteer_everybody_counts_by_how_often_they_played() -> None:
    people = (replace(THREE[0], times_customer=1), replace(THREE[1], times_customer=1), THREE[2])
    assert choose(room(*people), replace(CASTING, answered={A: False, B: False, C: False})) == C


def test_not_me_today_is_never_cast_even_as_a_volunteer() -> None:
    away = replace(THREE[0], not_today=True)
    assert choose(room(away), replace(CASTING, answered={A: True})) is None
    assert choose(room(away, replace(THREE[1], times_customer=9)), CASTING) == B


def test_nobody_is_cast_who_is_away_gone_a_bot_or_of_another_team() -> None:
    people = (
        seat("s-1", presence="away"),
        seat("s-2", presence="absent"),
        seat("s-3", gone=True),
        seat("s-4", bot=True),
        seat("s-5", team=None),
    )
    assert candidates(room(*people), CASTING) == ()
    assert choose(room(*people), CASTING) is None


def test_whoever_passed_the_card_or_only_watches_is_not_asked_again() -> None:
    tried = replace(CASTING, passed=frozenset({A}), watchers=frozenset({B}))
    assert [found.id for found in candidates(room(*THREE), tried)] == [C]
    assert choose(room(*THREE[:2]), tried) is None


def test_ties_fall_by_chance_but_the_same_every_time() -> None:
    found = Counter(choose(room(*THREE, seed=str(n)), CASTING) for n in range(60))
    assert set(found) == {A, B, C}
    assert choose(room(*THREE), CASTING) == choose(room(*THREE), CASTING)


def test_everybody_has_answered_once_all_who_could_be_asked_have() -> None:
    people = (*THREE[:2], replace(THREE[2], not_today=True))
    assert not all_answered(room(*people), replace(CASTING, answered={A: False}))
    assert all_answered(room(*people), replace(CASTING, answered={A: False, B: True}))


presences: st.SearchStrategy[Presence] = st.sampled_from(("here", "away", "absent"))
people_of_a_team = st.lists(
    st.tuples(presences, st.booleans(), st.booleans(), st.integers(0, 3), st.sampled_from((None, True, False))), max_size=8
)


@given(people_of_a_team)
def test_the_choice_is_always_fair(given: list[tuple[Presence, bool, bool, int, bool | None]]) -> None:
    people = [
        seat(f"s-{n}", presence=presence, not_today=off, bot=bot, times_customer=times)
        for n, (presence, off, bot, times, _) in enumerate(given)
    ]
    answered = {SeatId(f"s-{n}"): row[4] for n, row in enumerate(given) if row[4] is not None}
    state, asked = room(*people), replace(CASTING, answered=answered)
    chosen, able = choose(state, asked), candidates(state, asked)
    if not able:
        assert chosen is None
        return
    willing = [found for found in able if answered.get(found.id)]
    least = min(found.times_customer for found in willing or able)
    assert chosen in {found.id for found in willing or able if found.times_customer == least}
