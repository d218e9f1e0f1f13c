"""Settles a round once its barrier has opened: peers, results, badges, titles. Knows no phases."""

from game.core import events as e
from game.core.flow.reveal import points, points_anew, strengths
from game.core.ids import Criterion, SeatId, TeamId, Token
from game.core.marks import Level
from game.core.rules import awards, outcome, results, scoring, voting
from game.core.state import Award, Beat, PlayerResult, Round, RoundResult, Scene, TeamResult, Title, Workshop
from game.core.turn import Turn


def settle(turn: Turn) -> None:
    """Fix the peers' numbers, the results and the badges of the running round."""
    for team, scene in turn.round.scenes.items():
        for beat in scene.beats:
            if beat.revealed:
                settled = points(turn.state, turn.round, scene, beat, settled=True)
                turn.emit(e.PeersSettled(team, beat.number, tuple(settled.items())))
    result = round_result(turn.state, turn.round)
    turn.emit(e.RoundSettled(result, _voters(turn.state, turn.round), _tallies(turn.state, turn.round, result)))
    _give_badges(turn, turn.round.number)


def points_follow(turn: Turn, team: TeamId, beat: Beat, token: Token) -> None:
    """New marks give this reply new points, and a finished round a new result."""
    if beat.revealed:
        changed = turn.scene(team).beats[beat.number - 1]
        reply = next(reply for reply in changed.replies if reply.token == token)
        turn.emit(e.PeersSettled(team, beat.number, ((token, points_anew(turn.round, turn.scene(team), changed, reply)),)))
    if turn.round.result is not None:
        turn.emit(e.ResultRevised(round_result(turn.state, turn.round)))


def round_result(state: Workshop, now: Round) -> RoundResult:
    """What the round is worth, from its scenes as they are; bots are never ranked."""
    players: list[PlayerResult] = []
    teams: list[TeamResult] = []
    for scene in now.scenes.values():
        agents = _agents(state, now, scene)
        people = [result for result in agents if not state.seats[result.seat].bot]
        fair = outcome.fair_offer(scene, now.scenario) and scene.outcome in ("resolved", "customer_for_life")
        played = {result.seat: _eligible(scene, result.seat) for result in agents}
        teams.append(results.team_result(scene, people or agents, now.scenario, fair=fair, played=played))
        if scene.outcome == "stopped":
            continue
        players.extend(people)
        players.extend(_customers(state, scene))
    return RoundResult(now.number, now.scenario.slug, now.scenario.title, _best(players), tuple(teams))


def _agents(state: Workshop, now: Round, scene: Scene) -> list[PlayerResult]:
    marks = _marks(scene)
    seats = dict.fromkeys(seat for beat in scene.beats for seat in beat.eligible)
    there = [seat for seat in seats if not state.seats[seat].erased]
    found = (results.agent_result(scene, seat, now.aims.get(seat), marks) for seat in there)
    return [result for result in found if result]


def _customers(state: Workshop, scene: Scene) -> list[PlayerResult]:
    people = [seat for seat in results.customers(scene) if not state.seats[seat].bot and not state.seats[seat].erased]
    return [result for seat in people if (result := results.customer_result(scene, seat))]


def _best(found: list[PlayerResult]) -> tuple[PlayerResult, ...]:
    """One result a seat: whoever took over the customer's part, or was moved, keeps the better of their two."""
    best: dict[SeatId, PlayerResult] = {}
    for result in found:
        if result.seat not in best or result.points > best[result.seat].points:
            best[result.seat] = result
    return tuple(best.values())


def _marks(scene: Scene) -> dict[str, dict[Criterion, Level | None]]:
    return {reply.token: scoring.reply_levels(reply) for beat in scene.beats for reply in beat.replies}


def _eligible(scene: Scene, seat: SeatId) -> int:
    return sum(beat.revealed and seat in beat.eligible for beat in scene.beats)


def _voters(state: Workshop, now: Round) -> tuple[tuple[SeatId, int, int], ...]:
    tally: dict[SeatId, tuple[int, int]] = {}
    for scene in now.scenes.values():
        for beat in scene.beats:
            for voter, (ballots, agreed) in voting.agreement(beat, strengths(state, beat)).items():
                before = tally.get(voter, (0, 0))
                tally[voter] = (before[0] + ballots, before[1] + agreed)
    return tuple((seat, *counts) for seat, counts in tally.items())


def _tallies(state: Workshop, now: Round, result: RoundResult) -> tuple[tuple[SeatId, str, int], ...]:
    by_seat = {player.seat: player for player in result.players}
    found: list[tuple[SeatId, str, int]] = []
    for scene in now.scenes.values():
        marks = _marks(scene)
        seats = dict.fromkeys([*(seat for beat in scene.beats for seat in beat.eligible), *results.customers(scene)])
        for seat in seats:
            if state.seats[seat].bot or state.seats[seat].erased:
                continue
            play = awards.Play(scene, now.scenario, seat, by_seat.get(seat), marks)
            counted = ((badge.id, awards.happened(badge.rule, play)) for badge in state.badges)
            found.extend((seat, badge, times) for badge, times in counted if times)
    return tuple(found)


def _give_badges(turn: Turn, number: int) -> None:
    had = {(award.seat, award.badge) for award in turn.state.awards}
    needed = {badge.id: badge.rule.count for badge in turn.state.badges}
    for (seat, badge), times in turn.state.tallies.items():
        if times >= needed.get(badge, times + 1) and (seat, badge) not in had:
            turn.emit(e.AwardGiven(Award(seat, badge, number)))


_TITLES: dict[Criterion, str] = {
    "listening": "The Good Listeners",
    "composure": "The Steady Hands",
    "empathy": "The Mind Readers",
    "acknowledgement": "The Clear Mirrors",
    "apology": "The Honest Menders",
    "inquiry": "The Detectives",
    "informing": "The Lighthouse Keepers",
    "limits": "The Kind Fences",
    "solution": "The Bridge Builders",
    "follow_through": "The Promise Keepers",
    "rapport": "The Warm Welcome",
    "closing": "The Happy Endings",
}


def titles(state: Workshop) -> tuple[Title, ...]:
    """One title by criterion for every team that played, over all rounds so far."""
    sums: dict[TeamId, dict[Criterion, list[float]]] = {}
    for result in state.past:
        for player in result.players:
            if player.team is None or player.team not in state.teams:
                continue
            for criterion, level in player.levels:
                sums.setdefault(player.team, {}).setdefault(criterion, []).append(level)
    means = {team: {c: sum(found) / len(found) for c, found in levels.items()} for team, levels in sums.items()}
    return tuple(Title(team, criterion, _TITLES[criterion]) for team, criterion in results.titles(means).items())
