"""Folds one team's play: casting, beats, votes, reveal, outcome, stops. Knows nothing of the round around it."""

from dataclasses import replace

from game.core import events as e
from game.core.folding.live import spoke
from game.core.folding.parts import change_beat, change_last_beat, change_reply, change_scene, change_seat, put
from game.core.ids import SeatId
from game.core.marks import Overrule
from game.core.state import Appeal, Ballot, Beat, GalleryDuel, Reply, Scene, Workshop
from game.core.words import Words


def _cast(state: Workshop, event: e.CustomerCast) -> Workshop:
    """Nobody is ready any more: were it only the new customer who is not, everyone would see where the card went."""

    def cast(scene: Scene) -> Scene:
        bots = frozenset(seat for seat in scene.ready if state.seats[seat].bot and seat != event.seat)
        return replace(scene, phase="briefing", customer=event.seat, standin=None, clock=event.clock, ready=bots)

    counted = change_seat(state, event.seat, lambda seat: replace(seat, times_customer=seat.times_customer + 1))
    return change_scene(counted, event.team, cast)


def _released(state: Workshop, event: e.CustomerReleased) -> Workshop:
    def free(scene: Scene) -> Scene:
        watchers = scene.watchers | {event.seat} if event.watches else scene.watchers
        return replace(scene, customer=None, standin=None, watchers=watchers, passed=scene.passed | {event.seat})

    uncounted = change_seat(state, event.seat, lambda seat: replace(seat, times_customer=max(0, seat.times_customer - 1)))
    return change_scene(uncounted, event.team, free)


def _take_over(scene: Scene, seat: SeatId) -> Scene:
    """An agent becomes the customer in the middle of a scene: out of the running beat's writers and voters."""
    watchers, stood_down = scene.watchers, _stand_down(scene, seat)
    return replace(stood_down, customer=seat, standin=None, watchers=watchers)


def _stand_down(scene: Scene, seat: SeatId) -> Scene:
    """They only watch: nobody waits for their reply or their ballots any more. A reply that is in stays."""

    def without(beat: Beat) -> Beat:
        plans = {voter: pairs for voter, pairs in beat.plans.items() if voter != seat}
        kept = tuple(other for other in beat.eligible if other != seat or any(r.seat == seat for r in beat.replies))
        return replace(beat, eligible=kept, plans=plans)

    beats = (*scene.beats[:-1], without(scene.beats[-1])) if scene.beats else ()
    return replace(scene, watchers=scene.watchers | {seat}, beats=beats)


def _readied(scene: Scene, event: e.BeatReadied) -> Scene:
    beat = Beat(
        number=event.number,
        plan=event.plan,
        closing=event.closing,
        eligible=(),
        lines=event.lines,
        heat_before=scene.heat,
    )
    return replace(scene, phase="ready", clock=event.clock, beats=(*scene.beats, beat), ready=frozenset())


def _spoke(beat: Beat, event: e.CustomerSpoke) -> Beat:
    line = replace(event.line, words=event.words) if event.words else event.line
    return replace(spoke(beat, line), answer_by=event.answer_by)


def _yielded(scene: Scene, event: e.FloorYielded) -> Scene:
    beat = scene.beats[-1]
    given = replace(beat, yielded=event.by, allowances=event.allowances, answer_by=event.answer_by)
    return replace(scene, phase="live" if beat.live else "reply", clock=event.clock, beats=(*scene.beats[:-1], given))


def _revealed(state: Workshop, event: e.BeatRevealed) -> Workshop:
    points = dict(event.points)
    played = state.round.scenes[event.team].acting_customer if state.round else None

    def show(beat: Beat) -> Beat:
        replies = tuple(replace(reply, points=points.get(reply.token, reply.points)) for reply in beat.replies)
        return replace(
            beat,
            replies=replies,
            heard=event.heard,
            revealed=True,
            steps=event.steps,
            heat_after=event.heat,
            disclosed=(*beat.disclosed, *event.disclosed),
            customer=played,
        )

    def after(scene: Scene) -> Scene:
        offers = (*scene.offers, event.offer) if event.offer else scene.offers
        return replace(
            scene,
            phase="reveal",
            clock=event.clock,
            heat=event.heat,
            facts=(*scene.facts, *event.disclosed),
            offers=offers,
            promises=event.promises,
            ready=frozenset(),
        )

    return change_scene(change_last_beat(state, event.team, show), event.team, after)


def _settle(beat: Beat, event: e.PeersSettled) -> Beat:
    points = dict(event.points)
    return replace(beat, replies=tuple(replace(r, points=points.get(r.token, r.points)) for r in beat.replies))


def _ballot(state: Workshop, event: e.BallotCast) -> Workshop:
    ballot = Ballot(event.seat, event.pair, event.chosen, event.gallery, event.bot)
    cast = change_beat(state, event.team, event.beat, lambda beat: replace(beat, ballots=(*beat.ballots, ballot)))
    if not event.gallery:
        return cast
    return replace(cast, gallery={seat: duel for seat, duel in cast.gallery.items() if seat != event.seat})


def _sent(event: e.ReplySent) -> Reply:
    return Reply(
        token=event.token,
        seat=event.seat,
        words=event.words,
        actions=event.actions,
        offer=event.offer,
        at=event.at,
        interrupted=event.interrupted,
        by_clock=event.by_clock,
        turn=event.turn,
    )


def _casting(state: Workshop, event: e.Event) -> Workshop | None:
    match event:
        case e.VolunteerAnswered(team, seat, willing):
            return change_scene(state, team, lambda scene: replace(scene, answered=put(scene.answered, seat, willing)))
        case e.CustomerCast():
            return _cast(state, event)
        case e.CustomerRecast(team, seat):
            counted = change_seat(state, seat, lambda now: replace(now, times_customer=now.times_customer + 1))
            return change_scene(counted, team, lambda scene: _take_over(scene, seat))
        case e.CardOpened(team, seat):
            return change_scene(state, team, lambda scene: replace(scene, opened=scene.opened | {seat}))
        case e.CardPassed(team, seat):
            return _released(state, e.CustomerReleased(team, seat, watches=False))
        case e.CustomerReleased():
            return _released(state, event)
        case e.AgentStoodDown(team, seat):
            return change_scene(state, team, lambda scene: _stand_down(scene, seat))
        case e.StandinSet(team, standin):
            return change_scene(state, team, lambda scene: replace(scene, standin=standin))
        case e.SeatReady(team, seat):
            return change_scene(state, team, lambda scene: replace(scene, ready=scene.ready | {seat}))
        case _:
            return None


def _playing(state: Workshop, event: e.Event) -> Workshop | None:
    match event:
        case e.BeatReadied(team):
            return change_scene(state, team, lambda scene: _readied(scene, event))
        case e.FloorOpened(team, eligible, clock):
            opened = change_last_beat(state, team, lambda beat: replace(beat, eligible=eligible))
            return change_scene(opened, team, lambda scene: replace(scene, phase="floor", clock=clock, ready=frozenset()))
        case e.CustomerSpoke(team, _, card):
            spoke = change_last_beat(state, team, lambda beat: _spoke(beat, event))
            return change_scene(
                spoke, team, lambda scene: replace(scene, wildcards=(*scene.wildcards, card) if card else scene.wildcards)
            )
        case e.FloorYielded(team):
            return change_scene(state, team, lambda scene: _yielded(scene, event))
        case e.ReplySent(team):
            return change_last_beat(
                state,
                team,
                lambda beat: replace(beat, replies=(*beat.replies, _sent(event)), answer_by=None, holding=False),
            )
        case e.LastWriterGiven(team, clock) | e.MarksAwaited(team, clock):
            timed = change_scene(state, team, lambda scene: replace(scene, clock=clock))
            if isinstance(event, e.LastWriterGiven):
                return timed
            return change_last_beat(timed, team, lambda beat: replace(beat, marks_awaited=True))
        case e.ReplyMarked(team, token, mark):
            return change_reply(state, team, token, lambda reply: replace(reply, customer_mark=mark))
        case e.FactsTicked(team, token, facts):
            return change_reply(state, team, token, lambda reply: replace(reply, ticked=facts))
        case e.NeedSealed(team, need):
            return change_last_beat(state, team, lambda beat: replace(beat, need=need))
        case e.MarksRecorded(team, token, assessment):
            return change_reply(state, team, token, lambda reply: replace(reply, assessment=assessment))
        case e.VoteOpened(team, plans, clock, duelled):
            voting = change_last_beat(
                state, team, lambda beat: replace(beat, plans=plans, vote_opened=True, duelled=duelled, answer_by=None)
            )
            return change_scene(voting, team, lambda scene: replace(scene, phase="vote", clock=clock))
        case e.DuelDealt(seat, team, beat, pair):
            return replace(state, gallery=put(state.gallery, seat, GalleryDuel(team, beat, pair)))
        case e.BallotCast():
            return _ballot(state, event)
        case e.BeatRevealed():
            return _revealed(state, event)
        case _:
            return None


def _after(state: Workshop, event: e.Event) -> Workshop | None:
    match event:
        case e.SceneEnded(team, outcome, at, clock):
            return change_scene(
                state,
                team,
                lambda scene: replace(
                    scene,
                    phase="outcome",
                    outcome=outcome,
                    finished_at=at,
                    clock=clock,
                    ready=frozenset(),
                    going_on=frozenset(),
                ),
            )
        case e.CustomerThanked(team, seat):
            return change_scene(state, team, lambda scene: replace(scene, thanks=scene.thanks | {seat}))
        case e.SteppedOut(team, words):
            return change_scene(state, team, lambda scene: replace(scene, step_out=words))
        case e.StopPressed(team):
            return change_scene(state, team, lambda scene: replace(scene, stops=scene.stops + 1, going_on=frozenset()))
        case e.WentOn(team, seat):
            return change_scene(state, team, lambda scene: replace(scene, going_on=scene.going_on | {seat}))
        case e.PeersSettled(team, number):
            return change_beat(state, team, number, lambda beat: _settle(beat, event))
        case e.ReplyReported(team, token):
            return change_reply(state, team, token, lambda reply: replace(reply, reported=True))
        case e.ReplyUncovered(team, token):
            return change_reply(state, team, token, lambda reply: replace(reply, reported=False, kept_covered=False))
        case e.ReplyKeptCovered(team, token):
            return change_reply(state, team, token, lambda reply: replace(reply, kept_covered=True))
        case e.ReplySigned(team, token):
            return change_reply(state, team, token, lambda reply: replace(reply, signed=True))
        case e.MarkOverruled(team, token, criterion, before, after, points, words):
            overrule = Overrule(criterion, before, after, words.text)
            return change_reply(
                state, team, token, lambda r: replace(r, overrules=(*r.overrules, overrule), points=points or r.points)
            )
        case e.MarkAppealed(team, token, criterion, words):
            return change_reply(state, team, token, lambda reply: replace(reply, appeal=Appeal(criterion, words)))
        case e.MarkKept(team, token, _, words):
            return change_reply(state, team, token, lambda reply: replace(reply, appeal=_kept(reply.appeal, words)))
        case _:
            return None


def _kept(appeal: Appeal | None, words: Words) -> Appeal | None:
    return replace(appeal, kept=words) if appeal else None


def fold(state: Workshop, event: e.Event) -> Workshop | None:
    """The next state, or ``None`` where the event belongs to another area."""
    for area in (_casting, _playing, _after):
        after = area(state, event)
        if after is not None:
            return after
    return None
