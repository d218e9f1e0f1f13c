"""Everything of a workshop as rows, one or more for each event. Knows nothing of file formats.

Left out is what nobody but its owner may know: private switches, who would like to be customer, who passed a card on. The
log itself does not know who pressed stop. Of stress answers there is the room's average only, from five answers on and
once the round is over. Ballots and moments appear once their vote has closed.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, replace
from datetime import UTC, datetime
from typing import Any, Final

from game.core import events as e
from game.core.events import Event
from game.core.ids import Instant, Token
from game.core.settings import STRESS_ANSWERS
from game.core.state import ReplyPoints, RoundResult
from game.core.words import Words
from game.exports.context import Context, closed_votes
from game.exports.row import Row
from game.runtime.ports import Entry

PRIVATE: Final = (e.SwitchesSet, e.VolunteerAnswered, e.CardPassed)
NOBODY: Final = (e.WentOn,)  # told, but not of whom
NEITHER: Final = "neither"
NOT_APPLICABLE: Final = "n/a"

Stress = tuple[int | None, str]


def rows(entries: Iterable[Entry]) -> Iterator[Row]:
    """The rows of a whole log, in its order. Names are those of the moment, as far as they have not been erased."""
    log = tuple(entries)
    closed = closed_votes(entry.event for entry in log)
    answers, unseen = _stress_answers(log), _passed_on(log)
    given: Counter[Stress] = Counter()
    context = Context()
    for entry in log:
        event = entry.event
        context.follow(event)
        row = _plain(entry, context)
        match event:
            case e.BallotCast() | e.MomentMarked() if (context.round, event.team, event.beat) not in closed:
                continue
            case e.StressChecked():
                asked = (context.round, event.moment)
                given[asked] += 1
                told = answers.get(asked, [])
                if given[asked] == len(told) >= STRESS_ANSWERS:
                    yield _average(row, event.moment, told)
            case _ if not isinstance(event, PRIVATE) and entry.version not in unseen:
                yield from _rows(event, row, context)


def _plain(entry: Entry, context: Context) -> Row:
    """What any event says by its own fields: team, seat, token, and what a person wrote."""
    event = entry.event
    token: Token | None = getattr(event, "token", None)
    written = context.replies.get(token) if token else None
    team = getattr(event, "team", None)
    seat = None if isinstance(event, NOBODY) else getattr(event, "seat", written.seat if written else None)
    said = [value.text for field in fields(event) if isinstance(value := getattr(event, field.name), Words)]
    return Row(
        at=_time(entry.at),
        version=entry.version,
        event=re.sub(r"(?<!^)(?=[A-Z])", " ", type(event).__name__).lower(),
        round=context.round,
        team=context.team(team),
        beat=written.beat if written else context.beats.get(team) if team else None,
        seat=context.name(seat),
        role=context.role(seat, team),
        token=token,
        text=" → ".join(said) if said else None,
    )


def _rows(event: Event, row: Row, context: Context) -> Iterator[Row]:
    match event:
        case e.MarksRecorded():
            yield from _marks(event, row, context)
        case e.BeatRevealed():
            yield from _reveal(event, row, context)
        case e.PeersSettled():
            yield from _points(event.points, replace(row, beat=event.beat), context)
        case e.RoundSettled() | e.ResultRevised():
            yield from _results(event.result, row, context)
        case e.CeremonyStarted():
            yield row
            for title in event.titles:
                yield replace(
                    row, event="title given", team=context.team(title.team), criterion=title.criterion, award=title.name
                )
        case _:
            yield _live(event, _beat(event, _after(event, _desk(event, row), context), context), context)


def _beat(event: Event, row: Row, context: Context) -> Row:
    """What happens within a beat."""
    match event:
        case e.CustomerSpoke():
            seat = context.customer(event.team)
            said = row.text if event.words else event.line.text
            return replace(row, seat=context.name(seat), role="customer", text=said, detail=event.line.kind)
        case e.BeatReadied():
            goal = f"{event.plan.kind}: {event.plan.goal}"
            return replace(row, text=" / ".join(line.text for line in event.lines) or None, detail=goal)
        case e.ReplySent():
            how = [word for word, so in (("interrupted", event.interrupted), ("by clock", event.by_clock)) if so]
            offer = context.offer(event.offer)
            return replace(row, role="agent", actions=_list(event.actions), offer=offer, turn=event.turn, detail=_list(how))
        case e.ReplyMarked():
            return replace(row, customer_mark=event.mark)
        case e.FactsTicked():
            return replace(row, detail=_list(map(context.fact, event.facts)))
        case e.NeedSealed():
            return replace(row, detail=event.need)
        case e.BallotCast():
            role = "gallery" if event.gallery else "voter"
            choice = event.chosen or NEITHER
            return replace(row, beat=event.beat, role=role, left=event.pair.left, right=event.pair.right, chosen=choice)
        case e.FloorYielded():
            return replace(row, detail=f"by {event.by}")
    return row


def _live(event: Event, row: Row, context: Context) -> Row:
    """What only a live exchange has."""
    match event:
        case e.LineTaken():
            return replace(row, detail=event.how.replace("_", " "))
        case e.LineHeld() | e.SilenceNoticed():
            return replace(row, text=event.line.text)
        case e.FactsDisclosed():
            return replace(row, detail=_list(map(context.fact, event.facts)))
        case e.MomentMarked():
            return replace(row, beat=event.beat, detail=event.kind)
    return row


def _after(event: Event, row: Row, context: Context) -> Row:
    """What ends a scene or follows it."""
    match event:
        case e.SceneStarted():
            return replace(row, heat=event.heat)
        case e.SceneEnded():
            return replace(row, outcome=event.outcome)
        case e.AimSet():
            return replace(row, criterion=event.criterion)
        case e.AwardGiven(award=award):
            return replace(row, seat=context.name(award.seat), round=award.round, award=context.award(award.badge))
        case e.MarkAppealed():
            return replace(row, criterion=event.criterion)
        case e.MarkKept():
            return replace(row, criterion=event.criterion, reason=row.text, text=None)
        case e.MarkOverruled():
            return replace(
                row,
                criterion=event.criterion,
                level_before=_level(event.before),
                level=_level(event.after),
                reason=row.text,
                text=None,
            )
    return row


def _desk(event: Event, row: Row) -> Row:
    """What the room or the desk does."""
    match event:
        case e.WorkshopOpened() | e.SettingsChanged():
            return replace(row, text=event.settings.title, detail=f"season: {event.settings.season}")
        case e.RoundStarted():
            return replace(row, text=event.scenario.title, detail=f"{event.form} form, {event.mode}")
        case e.StageEntered():
            return replace(row, detail=event.stage)
        case e.PresenceChanged():
            return replace(row, detail=event.presence)
        case e.ClocksHeld() | e.ClocksReleased():
            return replace(row, detail=event.hold)
        case e.TimeFactorSet():
            return replace(row, detail=f"{event.time_factor} %")
        case e.LockSet():
            return replace(row, detail="locked" if event.locked else "open")
        case e.SeatTaken():
            return replace(row, detail="bot" if event.bot else None)
        case e.SeatLeft():
            return replace(row, detail="banned" if event.banned else "removed" if event.removed else None)
    return row


def _marks(event: e.MarksRecorded, row: Row, context: Context) -> Iterator[Row]:
    """A row for each mark, with the words that earned or lost it."""
    assessment = event.assessment
    text = context.replies[event.token].text if event.token in context.replies else ""
    if assessment.abstained:
        yield replace(row, reason=assessment.abstained)
    for mark in assessment.marks:
        found = [evidence for evidence in assessment.evidence if evidence.criterion == mark.criterion]
        yield replace(
            row,
            criterion=mark.criterion,
            level=_level(mark.level),
            evidence=_list(text[evidence.start : evidence.end] for evidence in found),
            reason=_list(evidence.reason for evidence in found),
            detail=_list(("worth a second look",) if mark.review else ()),
        )


def _reveal(event: e.BeatRevealed, row: Row, context: Context) -> Iterator[Row]:
    """The reveal, each reply's points, each reason why heat moved."""
    facts = _list(map(context.fact, event.disclosed))
    heard = context.replies.get(event.heard) if event.heard else None
    told = replace(row, token=event.heard, seat=context.name(heard.seat) if heard else None)
    yield replace(told, heat=event.heat, offer=context.offer(event.offer), detail=facts)
    yield from _points(event.points, row, context)
    for step in event.steps:
        yield replace(row, event="heat moved", heat_change=step.change, reason=step.sentence)


def _points(points: Iterable[tuple[Token, ReplyPoints]], row: Row, context: Context) -> Iterator[Row]:
    for token, parts in points:
        written = context.replies.get(token)
        yield replace(
            row,
            event="points settled" if parts.settled else "points given",
            seat=context.name(written.seat) if written else None,
            role="agent",
            token=token,
            points=parts.total,
            points_rubric=parts.rubric,
            points_peers=parts.peers,
            points_customer=parts.customer,
            deduction=parts.deduction,
        )


def _results(result: RoundResult, row: Row, context: Context) -> Iterator[Row]:
    """A row for each player's and each team's round."""
    for player in result.players:
        yield replace(
            row,
            round=result.number,
            team=context.team(player.team),
            seat=context.name(player.seat),
            role=player.role,
            points=player.points,
            detail=_parts(player.parts),
        )
    for team in result.teams:
        yield replace(
            row,
            round=result.number,
            team=context.team(team.team),
            role="team",
            points=team.points,
            outcome=team.outcome,
            heat=team.heat[-1] if team.heat else None,
            detail=_parts(team.parts),
        )


def _stress_answers(log: Iterable[Entry]) -> Mapping[Stress, list[int]]:
    """The answers of rounds that are over: an average that moves with each answer, exported twice, tells who gave it."""
    answers: dict[Stress, list[int]] = defaultdict(list)
    over: set[int | None] = set()
    number: int | None = None
    for entry in log:
        match entry.event:
            case e.RoundStarted(number=started):
                over.add(number)
                number = started
            case e.StageEntered(stage="done") | e.CeremonyStarted() | e.WorkshopClosed():
                over.add(number)
            case e.StressChecked(moment, level):
                answers[number, moment].append(level)
    return {asked: given for asked, given in answers.items() if asked[0] in over}


def _passed_on(log: Iterable[Entry]) -> frozenset[int]:
    """The castings that were undone by passing the card on: shown, they would tell who did."""
    last: dict[str, int] = {}
    passed: set[int] = set()
    for entry in log:
        match entry.event:
            case e.CustomerCast(team=team):
                last[team] = entry.version
            case e.CardPassed(team=team) if team in last:
                passed.add(last[team])
    return frozenset(passed)


def _average(row: Row, moment: str, answers: list[int]) -> Row:
    return replace(row, detail=f"{moment}: {sum(answers) / len(answers):.1f} on average, {len(answers)} answers")


def _level(level: int | None) -> int | str:
    return NOT_APPLICABLE if level is None else level


def _parts(parts: Iterable[tuple[str, float]]) -> str | None:
    return _list(f"{name}: {round(value, 1):g}" for name, value in parts)


def _list(items: Iterable[Any]) -> str | None:
    return "; ".join(text for item in items if (text := str(item))) or None


def _time(at: Instant) -> str:
    return datetime.fromtimestamp(at / 1000, UTC).isoformat(timespec="milliseconds")
