"""Overruled replies as labelled lines, so that the rubric can be measured against what facilitators corrected.

Knows the form in which labels are read, not how marks are found. A line names nobody. Words of people who were erased are
left out: a reply of theirs gives no line.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from game.core.assessing import context
from game.core.events import Event, MarkOverruled, MarksRecorded, SeatErased
from game.core.evolve import evolve
from game.core.ids import CRITERIA, Criterion, Token
from game.core.marks import Assessment, Context, Level
from game.core.state import Workshop
from game.core.words import blank_words_of
from game.runtime.ports import Entry


@dataclass(slots=True)
class _Found:
    """A reply as the rubric was given it, what it answered, and what people made of that."""

    id: str
    situation: str
    reply: str
    context: Context
    machine: Assessment
    levels: dict[Criterion, Level | None] = field(default_factory=dict)
    reasons: dict[Criterion, str] = field(default_factory=dict)


def labelled_jsonl(entries: Iterable[Entry]) -> Iterator[str]:
    """A line of JSON with its line end for every overruled reply, in the order of the log."""
    for line in labelled(entry.event for entry in entries):
        yield json.dumps(line, ensure_ascii=False) + "\n"


def labelled(events: Iterable[Event]) -> Iterator[dict[str, object]]:
    """A labelled line for every overruled reply of a whole log.

    `levels_a` are all twelve levels as the facilitator left them, None where one does not apply; `machine` what the rubric
    of version `rubric` had given; `reasons` the facilitator's sentence for every mark that was changed.
    """
    for found in _replies(tuple(events)).values():
        if found.levels:
            yield _line(found)


def _replies(log: tuple[Event, ...]) -> dict[Token, _Found]:
    erased = [event.seat for event in log if isinstance(event, SeatErased)]
    found: dict[Token, _Found] = {}
    state: Workshop | None = None
    for plain in log:
        event = plain
        for seat in erased:
            event = blank_words_of(event, seat)
        match event:
            case MarksRecorded() if state is not None:
                _assessed(found, state, event)
            case MarkOverruled(token=token) if token in found:
                found[token].levels[event.criterion] = event.after
                found[token].reasons[event.criterion] = event.words.text
        state = evolve(state, event)
    return found


def _assessed(found: dict[Token, _Found], state: Workshop, event: MarksRecorded) -> None:
    """Remember what the rubric was told at this moment: later, more facts would be known."""
    told = context(state, event.team, event.token)
    if told is None or state.round is None or not told[0]:
        return
    name = f"{state.code}-{state.round.number}-{event.token}"
    found[event.token] = _Found(name, state.round.scenario.slug, *told, event.assessment)


def _line(found: _Found) -> dict[str, object]:
    machine = _levels(found.machine)
    return {
        "id": found.id,
        "situation": found.situation,
        "reply": found.reply,
        **_context(found.context),
        "levels_a": {**machine, **found.levels},
        "machine": machine,
        "reasons": found.reasons,
        "rubric": found.machine.rubric,
    }


def _levels(assessment: Assessment) -> Mapping[Criterion, Level | None]:
    """The rubric's levels; none of them where it could not read the reply."""
    return {criterion: None if assessment.abstained else assessment.level(criterion) for criterion in CRITERIA}


def _context(told: Context) -> dict[str, object]:
    """What the rubric may know besides the reply, under the names that its lines have. Empty texts have been erased."""
    fair = {"min": told.fair_min, "max": told.fair_max, "currency": told.currency}
    return {
        "customer": [text for text in told.customer if text],
        "history": [{"who": turn.who, "text": turn.text} for turn in told.history if turn.text],
        "beat": told.beat,
        "channel": told.channel,
        "language": told.language,
        "abusive": told.abusive,
        "closing": told.closing,
        "floor_yielded": told.floor_yielded,
        "company_at_fault": told.company_at_fault,
        "facts": list(told.facts),
        "actions": list(told.actions),
        "offered": told.offered,
        "fair_range": fair,
        "authority": told.authority,
        "earlier_apologies": told.earlier_apologies,
        "earlier_promises": told.earlier_promises,
    }
