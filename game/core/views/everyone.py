"""The documents that everyone in the workshop sees. Knows nothing that anybody must not see."""

from collections.abc import Iterable, Mapping
from itertools import pairwise
from statistics import fmean

from game.core.documents import (
    AwardView,
    BoardDocument,
    BoardTeam,
    DebriefView,
    HeatCurve,
    LobbyDocument,
    SeatCard,
    StandingRow,
    StandingsDocument,
    TeamCard,
    TitleView,
)
from game.core.flow.scenes import beats_planned
from game.core.ids import SeatId, TeamId
from game.core.rules import standings
from game.core.rules.results import heat_curve
from game.core.scenario import Need
from game.core.seating import present_seats
from game.core.settings import STRESS_ANSWERS
from game.core.state import Award, MomentKind, Round, Scene, Workshop
from game.core.views.pieces import clock_view, heat_view, name_of, round_clock
from game.core.views.waiting import waiting_for


def lobby(state: Workshop) -> LobbyDocument:
    """Who is here, in which team."""
    settings = state.settings
    return LobbyDocument(
        code=state.code,
        title=settings.title,
        season=settings.season,
        phase=state.phase,
        locked=state.locked,
        rehearsal=settings.rehearsal,
        keep_days=settings.keep_days,
        practice=settings.practice,
        warm_up=settings.warm_up,
        rounds=max(len(settings.playlist), state.round.number if state.round else 0),
        seats=tuple(
            SeatCard(seat.id, name_of(state, seat.id), seat.avatar, seat.team, seat.presence, seat.bot)
            for seat in present_seats(state)
        ),
        teams=tuple(TeamCard(team.id, team.name) for team in state.teams.values()),
    )


def board(state: Workshop) -> BoardDocument:
    """The round as everyone may see it: no text of anybody."""
    now = state.round if state.phase == "round" else None
    scenes = tuple(now.scenes.values()) if now else ()
    return BoardDocument(
        phase=state.phase,
        round=state.round.number if state.round else 0,
        rounds=max(len(state.settings.playlist), state.round.number if state.round else 0),
        scenario=now.scenario.title if now else "",
        industry=now.scenario.industry if now else "",
        company=now.scenario.company if now else "",
        channel=now.scenario.channel if now else None,
        mode=now.mode if now else "together",
        stage=now.stage if now else None,
        clock=round_clock(now) if now else None,
        held=bool(state.holds),
        gathering=now.gathering if now else False,
        timed=state.settings.timed,
        teams=tuple(_board_team(state, now, scene) for scene in scenes if now),
        debrief=debrief(state, now) if now and now.stage in ("debrief", "breather", "done") else None,
    )


def _board_team(state: Workshop, now: Round, scene: Scene) -> BoardTeam:
    team = state.teams.get(scene.team)
    title = next((title.name for title in state.titles if title.team == scene.team), "")
    return BoardTeam(
        id=scene.team,
        name=team.name if team else "",
        phase=scene.phase,
        beat=len(scene.beats),
        beats=beats_planned(now, scene),
        clock=clock_view(scene.clock),
        heat=heat_view(scene.heat) if scene.beats else None,
        waiting=len(waiting_for(state, scene)),
        outcome=scene.outcome,
        title=title,
    )


def debrief(state: Workshop, now: Round) -> DebriefView:
    """The room's look back: curves, sealed needs, aims. Stress only as a mean of at least five answers."""
    played = [scene for scene in now.scenes.values() if scene.outcome != "stopped" and any(b.revealed for b in scene.beats)]
    curves = [heat_curve(scene) for scene in played]
    longest = max((len(curve) for curve in curves), default=0)
    mean = tuple(round(fmean(curve[step] for curve in curves if len(curve) > step), 1) for step in range(longest))
    moves = [after - before for before, after in pairwise(mean)]
    needs: dict[Need, int] = {}
    for scene in played:
        for beat in scene.beats:
            if beat.need is not None and beat.revealed:
                needs[beat.need] = needs.get(beat.need, 0) + 1
    met = [player.aim_met for player in (now.result.players if now.result else ()) if player.aim_met is not None]
    return DebriefView(
        curves=tuple(HeatCurve(scene.team, _team_name(state, scene.team), heat_curve(scene)) for scene in played),
        mean=mean,
        fall=moves.index(min(moves)) + 1 if moves and min(moves) < 0 else None,
        rise=moves.index(max(moves)) + 1 if moves and max(moves) > 0 else None,
        needs=tuple(sorted(needs.items(), key=lambda item: (-item[1], item[0]))),
        step_outs=tuple(sorted(scene.step_out.text for scene in played if scene.step_out and scene.step_out.text)),
        aims_met=sum(met),
        aims_set=len(met),
        calmed=_noticed(played, "calmed"),
        stung=_noticed(played, "stung"),
        stress_before=_stress(now.stress_before, now),
        stress_after=_stress(now.stress_after, now),
    )


def _noticed(played: Iterable[Scene], kind: MomentKind) -> int:
    """How often team-mates noticed this in live exchanges that have been revealed."""
    beats = [beat for scene in played for beat in scene.beats if beat.revealed]
    return sum(moment.kind == kind for beat in beats for moment in beat.moments)


def _stress(answers: tuple[int, ...], now: Round) -> float | None:
    """The room's mean once the breather is over, from five answers on: a mean that moves with each answer tells too much."""
    return round(fmean(answers), 1) if now.stage == "done" and len(answers) >= STRESS_ANSWERS else None


def _team_name(state: Workshop, team: TeamId) -> str:
    found = state.teams.get(team)
    return found.name if found else ""


def player_rows(state: Workshop, points: Mapping[SeatId, float]) -> tuple[tuple[int, SeatId, float], ...]:
    """Ranked players who have not been erased."""
    return standings.ranked({seat: value for seat, value in points.items() if not state.seats[seat].erased})


def standing_rows_players(state: Workshop, rows: tuple[tuple[int, SeatId, float], ...]) -> tuple[StandingRow, ...]:
    """Ranked players with their names."""
    return tuple(StandingRow(rank, name_of(state, seat), points, seat=seat) for rank, seat, points in rows)


def standing_rows_teams(state: Workshop, rows: tuple[tuple[int, TeamId, float], ...]) -> tuple[StandingRow, ...]:
    """Ranked teams with their names."""
    return tuple(StandingRow(rank, _team_name(state, team), points, team=team) for rank, team, points in rows)


def award_view(state: Workshop, award: Award) -> AwardView:
    """An award with its badge's name and icon."""
    badge = next((badge for badge in state.badges if badge.id == award.badge), None)
    name, icon = (badge.name, badge.icon) if badge else (award.badge, "")
    return AwardView(award.seat, name_of(state, award.seat), award.badge, name, icon)


def standings_document(state: Workshop) -> StandingsDocument:
    """The upper part of every board; nobody is shown to be last."""
    last = state.past[-1:]
    return StandingsDocument(
        round_teams=_team_board(state, standings.team_points(last)),
        round_players=_player_board(state, standings.player_points(last)),
        teams=_team_board(state, standings.team_points(state.past)),
        players=_player_board(state, standings.player_points(state.past)),
        titles=tuple(TitleView(t.team, _team_name(state, t.team), t.criterion, t.name) for t in state.titles),
        awards=tuple(award_view(state, award) for award in state.awards if not state.seats[award.seat].erased),
    )


def _player_board(state: Workshop, points: Mapping[SeatId, float]) -> tuple[StandingRow, ...]:
    return standing_rows_players(state, standings.upper(player_rows(state, points)))


def _team_board(state: Workshop, points: Mapping[TeamId, float]) -> tuple[StandingRow, ...]:
    known = {team: value for team, value in points.items() if team in state.teams}
    return standing_rows_teams(state, standings.upper(standings.ranked(known)))
