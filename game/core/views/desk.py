"""What facilitators steer by, and what the projector shows. Knows nothing of drafts and of who pressed stop."""

from game.core.documents import DeskDocument, DeskReply, DeskSeat, DeskTeam, MarkView, SecondLookView, StageDocument
from game.core.flow.scenes import beats_planned
from game.core.ids import Instant, SeatId, Token
from game.core.rounding import whole
from game.core.rules import standings
from game.core.rules.scoring import reply_levels
from game.core.seating import present_seats
from game.core.state import Beat, Reply, Round, Scene, Team, Workshop
from game.core.views.everyone import player_rows, standing_rows_players, standing_rows_teams
from game.core.views.pieces import clock_view, heat_view, mark_views, name_of, round_clock, second_looks, text_of
from game.core.views.projection import projected_end
from game.core.views.seat import role_of
from game.core.views.waiting import waiting_for


def desk_document(state: Workshop, at: Instant) -> DeskDocument:
    """Everything but secrets: no drafts, no ballots, no author before the reveal, no presser of a stop."""
    now = state.round if state.phase == "round" else None
    playing = now is not None and now.stage == "playing"
    waits = {scene.team: waiting_for(state, scene) for scene in (now.scenes.values() if now and playing else ())}
    missing = {seat for seats in waits.values() for seat in seats}
    return DeskDocument(
        settings=state.settings,
        phase=state.phase,
        scenario=now.scenario.slug if now and now.stage != "done" else "",
        round=state.round.number if state.round else 0,
        mode=state.round.mode if state.round else "together",
        stage=now.stage if now else None,
        clock=round_clock(now) if now else None,
        paused="pause" in state.holds,
        gathering=now.gathering if now else False,
        timed=state.settings.timed,
        locked=state.locked,
        stage_sound=state.stage_sound,
        asides=state.asides,
        seats=tuple(_seat(state, now if playing else None, seat.id, missing) for seat in present_seats(state)),
        teams=tuple(_team(state, now if playing else None, team, waits.get(team.id, ())) for team in state.teams.values()),
        replies=_replies(state, state.round) if state.round else (),
        playlist=state.settings.playlist,
        played=tuple(result.scenario for result in state.past),
        projected_end=projected_end(state, at),
        can_drop_beat=bool(
            now and playing and not now.dropped and len(now.plan) > 2 and any(len(s.beats) < 2 for s in now.scenes.values())
        ),
        banned=len(state.banned),
        full_standings=standing_rows_players(state, player_rows(state, standings.player_points(state.past))),
        full_teams=standing_rows_teams(state, standings.ranked(standings.team_points(state.past))),
    )


def _seat(state: Workshop, now: Round | None, seat_id: SeatId, missing: set[SeatId]) -> DeskSeat:
    seat = state.seats[seat_id]
    scene = now.scenes.get(seat.team) if now and seat.team else None
    return DeskSeat(
        id=seat_id,
        name=name_of(state, seat_id),
        avatar=seat.avatar,
        team=seat.team,
        presence=seat.presence,
        bot=seat.bot,
        time_factor=seat.time_factor,
        role=role_of(scene, seat_id) if now else "none",
        missing=seat_id in missing,
    )


def _team(state: Workshop, now: Round | None, team: Team, waits: tuple[SeatId, ...]) -> DeskTeam:
    scene = now.scenes.get(team.id) if now else None
    if now is None or scene is None:
        return DeskTeam(team.id, team.name, None, 0, 0, None, None, None, (), 0, stopped=False, going_on=0)
    return DeskTeam(
        id=team.id,
        name=team.name,
        phase=scene.phase,
        beat=len(scene.beats),
        beats=beats_planned(now, scene),
        clock=clock_view(scene.clock),
        heat=heat_view(scene.heat),
        outcome=scene.outcome,
        waiting_for=waits,
        stops=scene.stops,
        stopped="stop" in scene.clock.holds,
        going_on=len(scene.going_on),
        on_line=scene.beat.on_line if scene.beat and scene.phase in ("floor", "live") else None,
    )


def _replies(state: Workshop, now: Round) -> tuple[DeskReply, ...]:
    """Revealed replies, and reported ones at once (without their author until the reveal)."""
    return tuple(
        _reply(state, now, scene, beat, reply)
        for scene in now.scenes.values()
        for beat in scene.beats
        for reply in sorted(beat.replies, key=lambda reply: reply.token)
        if beat.revealed or reply.reported
    )


def _reply(state: Workshop, now: Round, scene: Scene, beat: Beat, reply: Reply) -> DeskReply:
    team = state.teams.get(scene.team)
    named = beat.revealed
    looks = second_looks(reply) if named else ()
    return DeskReply(
        token=reply.token,
        team=scene.team,
        team_name=team.name if team else "",
        round=now.number,
        beat=beat.number,
        seat=reply.seat if named else SeatId(""),
        name=name_of(state, reply.seat) if named else "",
        text=text_of(reply),
        heard=named and beat.heard == reply.token,
        reported=reply.reported,
        kept_covered=reply.kept_covered,
        released=reply.released,
        signed=reply.signed,
        on_stage=state.quote == reply.token,
        total=whole(reply.points.total) if named and reply.points else None,
        marked=sum(level is not None for level in reply_levels(reply).values()) if named else 0,
        doubtful=_doubtful(reply) if named else 0,
        asked=_asked(reply, beat, looks),
        looks=looks,
    )


def _doubtful(reply: Reply) -> int:
    """How many marks are worth a second look and have had none."""
    overruled = {one.criterion for one in reply.overrules}
    marks = reply.assessment.marks if reply.assessment else ()
    return sum(mark.review and mark.criterion not in overruled for mark in marks)


def _asked(reply: Reply, beat: Beat, looks: tuple[SecondLookView, ...]) -> MarkView | None:
    """The mark that its author asks about, until the desk has answered."""
    asked = next((look.criterion for look in looks if look.state == "open"), None)
    return next((mark for mark in mark_views(reply, beat.plan) if mark.criterion == asked), None) if asked else None


def reply_marks(state: Workshop, token: Token) -> tuple[MarkView, ...] | None:
    """All marks of a revealed reply of this round, with their evidence; ``None`` where there is no such reply."""
    for scene in state.round.scenes.values() if state.round else ():
        for beat in scene.beats:
            for reply in beat.replies:
                if reply.token == token and beat.revealed:
                    return mark_views(reply, beat.plan)
    return None


def stage_document(state: Workshop) -> StageDocument:
    """The released reply, unsigned unless its author signs; covered or erased texts never."""
    for scene in state.round.scenes.values() if state.round and state.quote else ():
        for beat in scene.beats:
            for reply in beat.replies:
                if reply.token == state.quote and reply.released and not reply.reported and reply.words.text:
                    team = state.teams.get(scene.team)
                    by = name_of(state, reply.seat) if reply.signed else ""
                    return StageDocument(reply.words.text, by, team.name if team else "", state.stage_sound)
    return StageDocument("", "", "", state.stage_sound)
