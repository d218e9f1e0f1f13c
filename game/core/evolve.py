"""The one way from a state and an event to the next state. Knows nothing of why the event happened."""

from collections.abc import Iterable
from dataclasses import fields, replace

from game.core.events import Event, WorkshopOpened
from game.core.folding import live, room, rounds, scenes
from game.core.state import Workshop
from game.core.words import Words


def evolve(state: Workshop | None, event: Event) -> Workshop:
    """The state after `event`. Raises `ValueError` for an event that cannot follow this state."""
    if isinstance(event, WorkshopOpened):
        return room.opened(event)
    if state is None:
        raise ValueError("a workshop's log begins with WorkshopOpened")
    for area in (room, rounds, scenes, live):
        after = area.fold(state, event)
        if after is not None:
            return _count_words(after, event)
    raise ValueError(f"nobody folds {type(event).__name__}")


def replay(events: Iterable[Event]) -> Workshop:
    """The state after a whole log. Raises `ValueError` for an empty one."""
    state: Workshop | None = None
    for event in events:
        state = evolve(state, event)
    if state is None:
        raise ValueError("an empty log has no state")
    return state


def texts(event: Event) -> tuple[tuple[str, Words], ...]:
    """The texts that people wrote in this event, by field name."""
    found = ((field.name, getattr(event, field.name)) for field in fields(event))
    return tuple((name, value) for name, value in found if isinstance(value, Words))


def _count_words(state: Workshop, event: Event) -> Workshop:
    numbers = [int(words.ref[1:]) + 1 for _, words in texts(event)]
    return replace(state, written=max(state.written, *numbers)) if numbers else state
