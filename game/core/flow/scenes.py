"""How one team's scene moves from phase to phase when a clock ends or everybody is done. Knows nothing of the round."""

from collections.abc import Iterable
from dataclasses import replace

from game.core import clock as clocks
from game.core import events as e
from game.core.chance import token
from game.core.clock import is_due
from game.core.commands import Draft
from game.core.flow import live, reveal
from game.core.flow.bots import bot_customer, seat_bot
from game.core.ids import Instant, Millis, SeatId, TeamId, Token
from game.core.rules import casting, moments, outcome, pairing
from game.core.rules.returning import returning
from game.core.scenario import BeatPlan
from game.core.seating import agents, compared, counts, humans, is_here, members, sent, team_seats
from game.core.settings import (
    BRIEFING,
    LAST_WRITER,
    MARKS_WAIT,
    MOST_TURNS,
    STEP_OUT,
    TRANSITION,
    beat_times,
    live_time,
    reply_time,
)
from game.core.state import Beat, Line, Round, Scene, YieldedBy
from game.core.turn import Turn


def beats_planned(now: Round, scene: Scene) -> int:
    """How many beats this scene will have played: one less where one was dropped in time; the last always closes."""
    whole = len(now.plan)
    begun = len(scene.beats)
    if scene.beat is not None and scene.beat.closing:
        return begun
    return whole - 1 if now.dropped and whole >= 3 and begun < whole - 1 else whole


def all_in(turn: Turn, asked: Iterable[SeatId], done: Iterable[SeatId]) -> bool:
    """Whether every asked seat that counts is done; needs one present seat, and quiet time after an outage to be over."""
    waiting = [seat for seat in asked if counts(turn.state, seat)]
    finished = set(done)
    return (
        turn.at >= turn.state.quiet_until
        and any(is_here(turn.state, seat) for seat in waiting)
        and all(seat in finished for seat in waiting)
    )


def step(turn: Turn, team: TeamId) -> bool:
    """Move this scene on by at most one phase; whether anything happened."""
    scene = turn.scene(team)
    if scene.clock.held:
        return _go_on(turn, scene)
    if _replace_missing_customer(turn, scene) or live.keep_line(turn, scene):
        return True
    match scene.phase:
        case "casting":
            return (_all_answered(turn, scene) or _due(turn, scene)) and _cast(turn, team)
        case "briefing" | "ready" | "reveal":
            return (all_in(turn, members(turn.state, scene), scene.ready) or _due(turn, scene)) and skip(turn, team)
        case "floor":
            return _due(turn, scene) and yield_floor(turn, team, "clock")
        case "reply":
            late = [seat for seat, end in own_deadlines(scene).items() if end <= turn.at]
            return _send_drafts(turn, team, late) or (_reply_over(turn, scene) and open_vote(turn, team))
        case "live":
            return (_live_over(turn, scene) and _end_live(turn, team)) or live.notice_silence(turn, scene)
        case "vote":
            return _vote_over(turn, scene) and _end_vote(turn, team)
        case _:
            return False


def skip(turn: Turn, team: TeamId) -> bool:
    """End the present phase now, as if its clock had run out; whether there was anything to end."""
    scene = turn.scene(team)
    match scene.phase:
        case "casting":
            return _cast(turn, team)
        case "briefing":
            return _brief_end(turn, team)
        case "ready":
            return _open_floor(turn, team)
        case "floor":
            return yield_floor(turn, team, "clock")
        case "reply":
            _send_drafts(turn, team, _eligible(scene))
            return open_vote(turn, team)
        case "live":
            return _end_live(turn, team)
        case "vote":
            return _reveal(turn, team)
        case "reveal":
            return _next_beat(turn, team)
        case _:
            return False


def _eligible(scene: Scene) -> tuple[SeatId, ...]:
    return scene.beat.eligible if scene.beat else ()


def end(turn: Turn, team: TeamId) -> None:
    """Go to the outcome from wherever the scene is; a beat without a reveal does not count."""
    scene = turn.scene(team)
    if scene.phase != "outcome":
        _finish(turn, team)


def _go_on(turn: Turn, scene: Scene) -> bool:
    """After a stop: everybody who is here is ready to go on, or nobody is left who could be."""
    people = [seat.id for seat in humans(team_seats(turn.state, scene.team))]
    agreed = bool(scene.going_on) and all(seat in scene.going_on for seat in people if is_here(turn.state, seat))
    if "stop" not in scene.clock.holds or (people and not agreed):
        return False
    turn.emit(e.ClocksReleased("stop", scene.team, turn.at))
    return True


def _due(turn: Turn, scene: Scene) -> bool:
    return is_due(scene.clock, turn.at)


def _replace_missing_customer(turn: Turn, scene: Scene) -> bool:
    """A bot plays a customer who has left or is absent, and another bot one that the desk has removed."""
    if scene.acting_customer is None or scene.phase in ("casting", "outcome", "reveal"):
        return False
    customer = turn.state.seats[scene.acting_customer]
    if not customer.gone and (customer.bot or customer.presence != "absent"):
        return False
    turn.emit(e.StandinSet(scene.team, bot_customer(turn, scene.team)))
    return True


def _all_answered(turn: Turn, scene: Scene) -> bool:
    """Whether casting need not wait any longer; where nobody is here, somebody may still come."""
    anybody = any(is_here(turn.state, seat.id) for seat in team_seats(turn.state, scene.team))
    return anybody and turn.at >= turn.state.quiet_until and casting.all_answered(turn.state, scene)


def _cast(turn: Turn, team: TeamId) -> bool:
    cast(turn, team)
    return True


def cast(turn: Turn, team: TeamId) -> None:
    """Choose a customer (or seat a bot) and begin the briefing; fill up the agents where bots are needed."""
    chosen = casting.choose(turn.state, turn.scene(team)) or bot_customer(turn, team)
    turn.emit(e.CustomerCast(team, chosen, turn.clock(BRIEFING, team)))
    for _ in range(turn.state.settings.least_agents - len(agents(turn.state, turn.scene(team)))):
        seat_bot(turn, team)


def recast(turn: Turn, team: TeamId) -> None:
    """Another customer in the middle of a scene: someone whose reply is not in and who was not on the line, else a bot."""
    scene = turn.scene(team)
    busy = sent(scene.beat) | set(scene.beat.line) if scene.beat else frozenset[SeatId]()
    turn.emit(e.CustomerRecast(team, casting.choose(turn.state, scene, busy) or bot_customer(turn, team)))


def _brief_end(turn: Turn, team: TeamId) -> bool:
    ready_beat(turn, team)
    return True


def ready_beat(turn: Turn, team: TeamId) -> None:
    """The short pause before a beat, in which everybody sees what is in focus. A customer who is back takes over here."""
    scene, now = turn.scene(team), turn.round
    number = len(scene.beats) + 1
    whole = beats_planned(now, scene)
    closing = number >= whole
    plan: BeatPlan = now.plan[-1] if closing else now.plan[number - 1]
    back = scene.customer is not None and is_here(turn.state, scene.customer) and scene.customer not in scene.watchers
    if scene.standin is not None and back:
        turn.emit(e.StandinSet(team, None))
    lines = (_opening(turn, team),) if number == 1 else reveal.reactions(scene, now.scenario)
    turn.emit(e.BeatReadied(team, number, plan, closing, lines, turn.clock(TRANSITION, team)))


def _opening(turn: Turn, team: TeamId) -> Line:
    """The scenario's first words; a customer who comes back remembers how this team left them."""
    scenario = turn.round.scenario
    back = returning(turn.state.past, team, scenario)
    return Line("opening", back.opening if back else scenario.opening)


def _open_floor(turn: Turn, team: TeamId) -> bool:
    """Bots fill up to the fewest agents, and go where enough people answer."""
    there = _there(turn, team)
    least = turn.state.settings.least_agents
    for _ in range(least - len(there)):
        seat_bot(turn, team)
    bots = [seat for seat in there if turn.state.seats[seat].bot]
    for bot in bots[: max(0, len(there) - least)]:
        turn.emit(e.SeatLeft(bot, banned=False))
    eligible = _there(turn, team)
    times = beat_times(len(eligible))
    turn.emit(e.FloorOpened(team, eligible, turn.clock(times.floor, team)))
    if turn.round.mode == "live":
        live.take_line(turn, team, "opening")
    return True


def _there(turn: Turn, team: TeamId) -> tuple[SeatId, ...]:
    return tuple(seat for seat in agents(turn.state, turn.scene(team)) if counts(turn.state, seat))


def yield_floor(turn: Turn, team: TeamId, by: YieldedBy) -> bool:
    """The agents may speak. A customer who has said nothing says a fitting suggested line."""
    scene = turn.scene(team)
    beat = scene.beat
    if beat is None:
        return False
    if not beat.lines:
        mood = "hot" if scene.heat >= 50 else "soft"
        said = {line.text for done in scene.beats for line in done.lines}
        unsaid = [line for line in beat.plan.lines if line.text not in said] or list(beat.plan.lines)
        fitting = [line for line in unsaid if line.mood in (mood, "any")] or unsaid
        turn.emit(e.CustomerSpoke(team, Line("suggested", fitting[0].text), None, None))
    number = len(beat.eligible)
    allowances = {seat: reply_time(number, turn.state.seats[seat].time_factor) for seat in beat.eligible}
    longest = max(allowances.values(), default=beat_times(number).reply)
    if not turn.scene(team).beats[-1].live:
        turn.emit(e.FloorYielded(team, by, turn.clock(longest, team), allowances))
        return True
    slowest = max((turn.state.seats[seat].time_factor for seat in beat.eligible), default=100)
    clock = turn.clock(live_time(number, slowest), team)
    patience = live.answer_by(turn, replace(scene, clock=clock), beat)
    turn.emit(e.FloorYielded(team, by, clock, allowances, patience))
    return True


def own_deadline(scene: Scene, beat: Beat, seat: SeatId) -> Instant | None:
    """When this agent's own reply clock ends; ``None`` while held or untimed."""
    if scene.clock.deadline is None or not beat.allowances:
        return None
    return Instant(scene.clock.deadline - _behind(beat, seat))


def _behind(beat: Beat, seat: SeatId) -> int:
    """How much sooner than the scene's reply clock this agent's own one ends, in milliseconds."""
    longest = max(beat.allowances.values(), default=0)
    return longest - beat.allowances.get(seat, longest)


def own_deadlines(scene: Scene) -> dict[SeatId, Instant]:
    """When the clocks end of those who still write; empty outside the reply phase, while held, or untimed."""
    beat = scene.beat
    if scene.phase != "reply" or beat is None:
        return {}
    writing = [seat for seat in beat.eligible if seat not in sent(beat)]
    return {seat: end for seat in writing if (end := own_deadline(scene, beat, seat)) is not None}


def _send_drafts(turn: Turn, team: TeamId, seats: Iterable[SeatId]) -> bool:
    """Send what these agents have typed, marked as sent by the clock; whether there was anything."""
    found = False
    for seat in seats:
        draft = turn.drafts.get(seat)
        beat = turn.scene(team).beat
        if draft is None or beat is None or not draft.text.strip() or seat in sent(beat) or turn.state.seats[seat].gone:
            continue
        send_reply(turn, team, draft, by_clock=True)
        found = True
    return found


def send_reply(turn: Turn, team: TeamId, draft: Draft, *, by_clock: bool) -> None:
    """Put an agent's reply in under a token that tells nothing of its author."""
    scene = turn.scene(team)
    number = len(scene.beats)
    beat = scene.beats[-1]
    nth = 1 + sum(reply.seat == draft.seat for reply in beat.replies)
    path = (turn.round.number, team, number, draft.seat, *([nth] if beat.live else []))
    turn.emit(
        e.ReplySent(
            team=team,
            token=Token(token(turn.state.seed, *path)),
            seat=draft.seat,
            actions=draft.actions,
            offer=draft.offer,
            at=turn.at,
            interrupted=scene.phase == "floor",
            by_clock=by_clock,
            words=turn.write(draft.seat, draft.text.strip()),
            turn=nth,
        )
    )
    turn.drafts.pop(draft.seat, None)
    if beat.live:
        effects = [effect for action in draft.actions if (effect := turn.round.scenario.effect(action))]
        live.disclose(turn, team, [fact for effect in effects for fact in effect.facts])
    else:
        give_last_writer(turn, team)


def give_last_writer(turn: Turn, team: TeamId) -> None:
    """After a reply came in: if one writer is left whose own clock has not run out, they keep at least twenty seconds."""
    scene = turn.scene(team)
    beat = scene.beat
    left = clocks.time_left(scene.clock, turn.at)
    if beat is None or scene.phase != "reply" or left is None:
        return
    missing = [seat for seat in beat.eligible if seat not in sent(beat) and counts(turn.state, seat)]
    if len(missing) != 1 or not beat.replies:
        return
    mine = left - _behind(beat, missing[0])
    if 0 < mine < LAST_WRITER:
        turn.emit(e.LastWriterGiven(team, clocks.extend(scene.clock, Millis(LAST_WRITER - mine))))


def _reply_over(turn: Turn, scene: Scene) -> bool:
    beat = scene.beat
    if beat is None or _due(turn, scene):
        return True
    out_of_time = [seat for seat in beat.eligible if (own_deadline(scene, beat, seat) or turn.at + 1) <= turn.at]
    return all_in(turn, beat.eligible, sent(beat) | frozenset(out_of_time))


def _live_over(turn: Turn, scene: Scene) -> bool:
    return scene.beat is None or _due(turn, scene) or len(scene.beat.replies) >= MOST_TURNS


def _end_live(turn: Turn, team: TeamId) -> bool:
    """What the agent on the line has typed still counts, as a last turn."""
    beat = turn.scene(team).beat
    draft = turn.drafts.get(beat.on_line) if beat and beat.on_line else None
    if beat and draft and draft.text.strip() and len(beat.replies) < MOST_TURNS and not turn.state.seats[draft.seat].gone:
        send_reply(turn, team, draft, by_clock=True)
    return open_vote(turn, team)


def open_vote(turn: Turn, team: TeamId) -> bool:
    """Put the beat's replies to the vote; with none there is nothing to judge, and the reveal follows."""
    beat = turn.scene(team).beat
    if beat is None or not beat.replies:
        return _reveal(turn, team)
    duelled = moments.duelled(beat) if beat.live else ()
    authors = {reply.token: reply.seat for reply in compared(replace(beat, duelled=duelled)) if reply.readable}
    seed = token(turn.state.seed, "pairs", turn.round.number, team, beat.number)
    plans = pairing.plan(seed, _voters(turn.scene(team), beat), authors)
    turn.emit(e.VoteOpened(team, plans, turn.clock(beat_times(len(beat.eligible)).vote, team), duelled))
    return True


def _voters(scene: Scene, beat: Beat) -> list[SeatId]:
    """Who judges in the team: from three agents on everybody, and in a live beat whoever was never on the line."""
    if not beat.live and len(beat.eligible) < 3:
        return []
    return [seat for seat in beat.eligible if seat not in scene.watchers and seat not in beat.line]


def voters_done(beat: Beat) -> frozenset[SeatId]:
    """Voters of the team who have answered all their duels."""
    cast: dict[SeatId, set[object]] = {}
    for ballot in beat.ballots:
        cast.setdefault(ballot.voter, set()).add(ballot.pair)
    return frozenset(voter for voter, pairs in beat.plans.items() if set(pairs) <= cast.get(voter, set()))


def customer_done(beat: Beat) -> bool:
    """Whether the customer has marked every readable reply and sealed a need."""
    return beat.need is not None and all(r.customer_mark is not None or not r.readable for r in beat.replies)


def _vote_over(turn: Turn, scene: Scene) -> bool:
    beat = scene.beat
    if beat is None or _due(turn, scene):
        return True
    if beat.marks_awaited:
        return all(reply.assessment is not None for reply in beat.replies)
    customer = scene.acting_customer
    asked = [*beat.plans, *([customer] if customer else [])]
    done = voters_done(beat) | (frozenset([customer]) if customer and customer_done(beat) else frozenset())
    return all_in(turn, asked, done)


def _end_vote(turn: Turn, team: TeamId) -> bool:
    beat = turn.scene(team).beat
    if beat and not beat.marks_awaited and any(reply.assessment is None for reply in beat.replies):
        turn.emit(e.MarksAwaited(team, turn.clock_always(MARKS_WAIT, team)))
        return True
    return _reveal(turn, team)


def _reveal(turn: Turn, team: TeamId) -> bool:
    reveal.reveal(turn, team, beats_planned(turn.round, turn.scene(team)))
    return True


def _next_beat(turn: Turn, team: TeamId) -> bool:
    scene = turn.scene(team)
    if scene.beat is None or scene.beat.closing or len(scene.beats) >= beats_planned(turn.round, scene):
        _finish(turn, team)
    else:
        ready_beat(turn, team)
    return True


def _finish(turn: Turn, team: TeamId) -> None:
    if "stop" in turn.scene(team).clock.holds:
        turn.emit(e.ClocksReleased("stop", team, turn.at))
    kind = outcome.outcome(turn.scene(team), turn.round.scenario)
    turn.emit(e.SceneEnded(team, kind, turn.at, turn.clock(STEP_OUT, team)))
