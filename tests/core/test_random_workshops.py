"""Random workshops: anybody sends anything at any time, and the invariants hold after every step."""

from hypothesis import given, settings
from hypothesis import strategies as st

from game.core.documents import Document
from game.core.evolve import replay
from game.core.state import Workshop
from game.core.views.grants import DocumentKey, all_keys
from game.core.views.render import render, room_wide, sources
from tests.core.crowd import Crowd
from tests.core.invariants import check

STEPS = 60
Shown = dict[DocumentKey, tuple[tuple[object, ...], Document]]


@settings(max_examples=25)
@given(seed=st.integers(0, 2**32))
def test_whatever_anybody_sends_the_invariants_hold(seed: int) -> None:
    crowd = Crowd(seed)
    shown: Shown = {}
    try:
        for _ in range(STEPS):
            crowd.step()
            check(crowd.play)
            shown = look(crowd, shown)
        assert replay(crowd.play.log) == crowd.play.state
    except Exception as error:
        error.add_note("\n".join(crowd.trace))
        raise


def look(crowd: Crowd, before: Shown) -> Shown:
    """Every document that somebody may see now. One whose sources are the same objects must not have changed."""
    state = crowd.play.state
    after: Shown = {}
    for key in all_keys(state):
        document = render(state, key, crowd.play.now)
        if room_wide(key):
            continue
        made_of = (*sources(state, key), *_names(state))
        old = before.get(key)
        if (
            old is not None
            and len(old[0]) == len(made_of)
            and all(one is two for one, two in zip(old[0], made_of, strict=True))
        ):
            assert document == old[1], f"{key} changed unnoticed"
        after[key] = (made_of, document)
    return after


def _names(state: Workshop) -> tuple[object, ...]:
    """Names are no source: after a rename or an erasure every document is made anew."""
    people = tuple(part for seat in state.seats.values() for part in (seat.name, seat.erased))
    return people + tuple(team.name for team in state.teams.values())
