"""What one player alone may see: their part, their words, their marks, their duels. Knows nothing of other seats' secrets."""

from game.core.deciding.appeals import may_appeal
from game.core.documents import (
    AimView,
    ClockView,
    DuelView,
    GalleryDuelView,
    MomentView,
    OwnReply,
    OwnResult,
    Role,
    SeatDocument,
    StandingRow,
    SwitchesView,
    TakeView,
)
from game.core.flow.scenes import own_deadline
from game.core.ids import Millis, SeatId
from game.core.rules import casting, gallery, moments, standings
from game.core.seating import scene_of, sent
from game.core.state import Beat, GalleryDuel, Reply, Round, Scene, Seat, Workshop
from game.core.views.everyone import award_view, player_rows, standing_rows_players
from game.core.views.pieces import blind, mark_views, name_of, provisional, second_looks


def role_of(scene: Scene | None, seat: SeatId) -> Role:
    """The part a seat has in a scene right now."""
    if scene is None:
        return "gallery"
    if seat in scene.watchers:
        return "watcher"
    if seat == scene.acting_customer:
        return "customer"
    if scene.beat is not None and scene.phase not in ("ready", "outcome") and seat not in scene.beat.eligible:
        return "gallery"
    return "agent"


def seat_document(state: Workshop, seat_id: SeatId) -> SeatDocument:
    """One player's part, words, marks, duels and results."""
    seat = state.seats[seat_id]
    now = state.round if state.phase == "round" else None
    scene = now.scenes.get(seat.team) if now and seat.team else None
    beat = scene.beat if scene else None
    playing = now is not None and now.stage == "playing"
    role = role_of(scene, seat_id) if playing else "none"
    duel = state.gallery.get(seat_id)
    return SeatDocument(
        seat=seat_id,
        name=name_of(state, seat_id),
        avatar=seat.avatar,
        team=seat.team,
        role=role,
        switches=SwitchesView(seat.not_today, seat.no_abuse, seat.time_factor),
        asked=bool(scene and playing and _asked(state, scene, seat_id)),
        volunteered=scene.answered.get(seat_id) if scene else None,
        can_pass=bool(scene and scene.phase == "briefing" and scene.customer == seat_id and seat_id not in scene.opened),
        ready=_ready(now, scene, seat_id),
        going_on=bool(scene and seat_id in scene.going_on),
        thanked=bool(scene and seat_id in scene.thanks),
        reply_clock=_reply_clock(scene, beat, seat_id),
        can_reply=_can_reply(scene, beat, seat_id),
        on_line=_on_line(scene, beat, seat_id),
        moments=tuple(MomentView(one.token, one.kind) for one in (beat.moments if beat else ()) if one.seat == seat_id),
        replies=_own_replies(state, scene, seat_id),
        can_appeal=may_appeal(state, seat_id),
        duels=_duels(scene, beat, seat_id),
        gallery=_gallery(state, now, duel, seat_id) if duel and gallery.still_open(state, seat_id) else None,
        can_judge=gallery.is_waiting(state, seat_id),
        take=_take(now, seat_id),
        aim=_aim(seat) if playing else None,
        next_aim=_aim(seat) if not playing else None,
        results=tuple(_results(state, seat_id)),
        neighbours=_neighbours(state, seat_id),
        badges=tuple(award_view(state, award) for award in state.awards if award.seat == seat_id),
    )


def _asked(state: Workshop, scene: Scene, seat: SeatId) -> bool:
    return scene.phase == "casting" and any(candidate.id == seat for candidate in casting.candidates(state, scene))


def _can_reply(scene: Scene | None, beat: Beat | None, seat: SeatId) -> bool:
    if scene is None or beat is None or scene.phase not in ("floor", "reply", "live"):
        return False
    return seat in beat.eligible and (_on_line(scene, beat, seat) if beat.live else seat not in sent(beat))


def _on_line(scene: Scene | None, beat: Beat | None, seat: SeatId) -> bool:
    return scene is not None and beat is not None and scene.phase in ("floor", "live") and beat.on_line == seat


def _ready(now: Round | None, scene: Scene | None, seat: SeatId) -> bool:
    if now is None:
        return False
    return seat in (scene.ready if scene and now.stage == "playing" else now.ready)


def _reply_clock(scene: Scene | None, beat: Beat | None, seat: SeatId) -> ClockView | None:
    """This agent's own clock: the scene's less what the slowest allowance has more."""
    if scene is None or beat is None or scene.phase != "reply" or seat not in beat.allowances:
        return None
    longest, own = max(beat.allowances.values()), beat.allowances[seat]
    left = None if scene.clock.left is None else Millis(max(0, scene.clock.left - (longest - own)))
    return ClockView(own, own_deadline(scene, beat, seat), left, scene.clock.held)


def _own_replies(state: Workshop, scene: Scene | None, seat: SeatId) -> tuple[OwnReply, ...]:
    if scene is None:
        return ()
    found = [(beat, reply) for beat in scene.beats for reply in beat.replies if reply.seat == seat]
    return tuple(_own_reply(state, scene, beat, reply) for beat, reply in found)


def _own_reply(state: Workshop, scene: Scene, beat: Beat, reply: Reply) -> OwnReply:
    """Marks, points and the customer's mark only from the reveal on."""
    shown = beat.revealed
    return OwnReply(
        beat=beat.number,
        turn=reply.turn,
        kind=beat.plan.kind,
        token=reply.token,
        text=reply.words.text,
        actions=reply.actions,
        offer=reply.offer,
        by_clock=reply.by_clock,
        interrupted=reply.interrupted,
        heard=shown and beat.heard == reply.token,
        signed=reply.signed,
        released=reply.released,
        points=reply.points if shown else None,
        customer_mark=reply.customer_mark if shown else None,
        marks=mark_views(reply, beat.plan) if shown else (),
        abstained=reply.assessment.abstained if shown and reply.assessment else "",
        looks=second_looks(reply) if shown else (),
        provisional=shown and provisional(state, scene, beat),
        cues_only=shown and reply.assessment is not None and reply.assessment.cues_only,
        calmed=moments.tally(beat, reply.token, "calmed") if shown else 0,
        stung=moments.tally(beat, reply.token, "stung") if shown else 0,
    )


def _duels(scene: Scene | None, beat: Beat | None, seat: SeatId) -> tuple[DuelView, ...]:
    if scene is None or beat is None or scene.phase != "vote":
        return ()
    done = {ballot.pair for ballot in beat.ballots if ballot.voter == seat}
    return tuple(DuelView(pair.left, pair.right, pair in done) for pair in beat.plans.get(seat, ()))


def _gallery(state: Workshop, now: Round | None, duel: GalleryDuel, judge: SeatId) -> GalleryDuelView | None:
    """The duel with what the customer said, but for facts that the judge's own team may still have to ask for."""
    if now is None:
        return None
    beat = now.scenes[duel.team].beats[duel.beat - 1]
    by_token = {reply.token: reply for reply in beat.replies}
    team = state.teams.get(duel.team)
    own = scene_of(state, judge)
    asks = own is not None and own.phase != "outcome" and judge not in own.watchers and judge not in (own.customer, own.standin)
    return GalleryDuelView(
        team_name=team.name if team else "",
        lines=tuple(line.text for line in beat.lines if line.kind != "hold" and (line.kind != "fact" or not asks)),
        left=blind(now.scenario, by_token[duel.pair.left]),
        right=blind(now.scenario, by_token[duel.pair.right]),
    )


def _take(now: Round | None, seat: SeatId) -> TakeView | None:
    take = next((take for take in (now.takes if now else ()) if take.seat == seat), None)
    return TakeView(take.before.text, take.after.text) if take else None


def _aim(seat: Seat) -> AimView | None:
    return AimView(seat.aim.criterion, seat.aim.when.text, seat.aim.will.text) if seat.aim else None


def _results(state: Workshop, seat: SeatId) -> list[OwnResult]:
    return [
        OwnResult(past.number, past.title, own.role, round(own.points, 1), own.parts, own.aim_met, own.levels)
        for past in state.past
        for own in past.players
        if own.seat == seat
    ]


def _neighbours(state: Workshop, seat: SeatId) -> tuple[StandingRow, ...]:
    rows = player_rows(state, standings.player_points(state.past))
    return standing_rows_players(state, standings.neighbours(rows, seat))
