"""What must hold in every workshop at every moment, whatever anybody has sent. Knows nothing of how it came about."""

from collections import Counter
from collections.abc import Iterator, Mapping

import pytest

from game.core import commands as c
from game.core.clock import Clock
from game.core.decide import decide
from game.core.flow.advance import next_alarm
from game.core.ids import SeatId, Token
from game.core.seating import humans, team_seats
from game.core.settings import MOST_DUELLED, MOST_SILENCES, MOST_TEAM, MOST_TURNS
from game.core.state import Beat, ReplyPoints, Workshop
from game.core.views.grants import all_grants, all_keys
from game.core.views.render import render
from tests.core.given import Play


def check(play: Play) -> None:
    """Everything that can be told from the state alone."""
    state = play.state
    for clock in _clocks(state):
        assert not (clock.held and clock.deadline is not None), "held and running"
        assert clock.held or clock.left is None, "runs and stands still"
        assert clock.left is None or clock.left >= 0
    for beat in _beats(state):
        _check_beat(beat)
    _check_customers(state)
    _check_room(state)
    alarm = next_alarm(state, play.now)
    assert alarm is None or alarm > play.now
    assert decide(state, c.Elapse(), at=play.now, drafts=play.drafts.values()) == (), "not at rest"


def check_documents(play: Play) -> None:
    """Every document that somebody may see can be made."""
    for key in all_keys(play.state):
        render(play.state, key, play.now)


def _clocks(state: Workshop) -> Iterator[Clock]:
    if state.round is not None:
        yield state.round.clock
        yield from (scene.clock for scene in state.round.scenes.values())


def _beats(state: Workshop) -> Iterator[Beat]:
    for scene in state.round.scenes.values() if state.round else ():
        assert 0 <= scene.heat <= 100
        assert [beat.number for beat in scene.beats] == list(range(1, len(scene.beats) + 1))
        yield from scene.beats


def _check_beat(beat: Beat) -> None:
    authors = {reply.token: reply.seat for reply in beat.replies}
    assert len({(reply.seat, reply.turn) for reply in beat.replies}) == len(beat.replies), "one turn twice"
    assert beat.live or len(set(authors.values())) == len(beat.replies), "two replies by one seat"
    assert len(authors) == len(beat.replies), "one token twice"
    _check_exchange(beat, authors)
    for ballot in beat.ballots:
        assert ballot.voter not in (authors[ballot.pair.left], authors[ballot.pair.right]), "a vote on one's own reply"
        assert ballot.chosen in (None, ballot.pair.left, ballot.pair.right)
    again = Counter((ballot.voter, frozenset((ballot.pair.left, ballot.pair.right))) for ballot in beat.ballots)
    assert all(times == 1 for times in again.values()), "the same pair judged twice"
    assert all(len(pairs) <= 5 for pairs in beat.plans.values())
    for reply in beat.replies:
        if reply.points is not None:
            _check_points(reply.points)
    assert not beat.revealed or all(reply.points for reply in beat.replies)
    if beat.revealed:
        assert beat.heard in {*authors, None}
        assert (beat.heard is None) == (beat.steps[0].reason == "silence")
        moved = beat.heat_before + sum(step.change for step in beat.steps)
        assert beat.heat_after == min(100, max(0, moved))


def _check_exchange(beat: Beat, authors: Mapping[Token, SeatId]) -> None:
    """What holds of a live beat, and of no other."""
    assert beat.live or not (beat.moments or beat.silences or beat.holding or beat.duelled)
    assert not beat.live or len(beat.replies) <= MOST_TURNS
    assert not beat.live or set(authors.values()) <= set(beat.line), "a turn by somebody who was never on the line"
    assert beat.silences <= MOST_SILENCES
    assert all(authors[moment.token] != moment.seat for moment in beat.moments), "a moment at one's own turn"
    assert len({(moment.seat, moment.token) for moment in beat.moments}) == len(beat.moments)
    assert len(beat.duelled) <= MOST_DUELLED
    assert set(beat.duelled) <= set(authors)
    if beat.live:
        assert not set(beat.plans) & set(beat.line), "somebody who was on the line judges it"
        assert all({pair.left, pair.right} <= set(beat.duelled) for pairs in beat.plans.values() for pair in pairs)


def _check_points(points: ReplyPoints) -> None:
    parts = (points.rubric, points.peers, points.customer)
    assert not any(points.weights) or sum(points.weights) == pytest.approx(100)
    mean = sum((part or 0) * weight / 100 for part, weight in zip(parts, points.weights, strict=True))
    assert points.total == pytest.approx(max(0, mean - points.deduction))
    assert 0 <= points.total <= 100 + 1e-9


def _check_customers(state: Workshop) -> None:
    playing = [scene for scene in state.round.scenes.values() if scene.phase != "outcome"] if state.round else []
    acting = Counter(scene.acting_customer for scene in playing if scene.acting_customer)
    assert all(times == 1 for times in acting.values()), "a customer of two scenes"
    for scene in playing:
        running = scene.beat is not None and scene.phase in ("floor", "reply", "live", "vote")
        assert not (scene.beat and running and scene.acting_customer in scene.beat.eligible), "judge in their own case"
        assert scene.acting_customer not in scene.watchers, "watches and plays"
    held = Counter(key for keys in all_grants(state).values() for key in keys if key.name == "card")
    assert all(times == 1 for times in held.values()), "two people hold one card"
    for keys in all_grants(state).values():
        assert {"card", "case"} - {key.name for key in keys}, "somebody holds card and case"


def _check_room(state: Workshop) -> None:
    for one in state.teams:
        assert len(humans(team_seats(state, one))) <= MOST_TEAM, "an overfull team"
    assert all(seat.team in (None, *state.teams) or seat.gone for seat in state.seats.values())
    for result in state.past:
        counted = Counter(player.seat for player in result.players)
        assert all(times == 1 for times in counted.values()), "two results for one seat"
        assert not any(state.seats[seat].bot for seat in counted), "a bot is ranked"
        for player in result.players:
            assert 0 <= player.points <= 105 + 1e-9
            assert player.role == "agent" or player.points == pytest.approx(sum(value for _, value in player.parts))
        for team in result.teams:
            assert team.points == pytest.approx(sum(value for _, value in team.parts))
    assert [result.number for result in state.past] == sorted({result.number for result in state.past})
    names = [seat.name.text.casefold() for seat in state.seats.values() if not seat.gone and not seat.bot]
    assert len(set(names)) == len(names), "two people of one name"
