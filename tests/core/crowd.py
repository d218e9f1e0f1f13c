"""A crowd that plays a random workshop: mostly people do what they are waited for, now and then anybody sends anything."""

from collections.abc import Callable
from random import Random
from typing import Final, get_args

from game.core import commands as c
from game.core.badges import Badge
from game.core.deciding.scene import check_reply
from game.core.ids import Instant, SeatId
from game.core.marks import Assessment
from game.core.scenario import ActionKind, Scenario
from game.core.settings import Settings
from game.core.state import Beat, CustomerMark, Mode, Reply, Scene, Workshop
from tests.core.anything import Anything
from tests.core.given import Play, workshop
from tests.core.scenarios import badge, by_level

BADGES: Final[tuple[Badge, ...]] = (
    badge("heard", kind="heard_count"),
    badge("lid", kind="omission_found"),
    badge("marks", kind="customer_marks"),
)


class Crowd:
    """One random workshop. The same seed plays the same one again; `trace` says what was sent so far."""

    def __init__(self, seed: int, played: Scenario | None = None, assess: Callable[[Reply], Assessment] = by_level) -> None:
        self.dice = Random(seed)
        form = self.dice.choice(("short", "long"))
        size = self.dice.randrange(3, 9)
        chosen = Settings("Tuesday", "Spring", ("kettle", "kettle"), (form, form), size)  # type: ignore[arg-type]
        chosen_marks = self.dice.choice((assess, assess, None))
        self.play: Play = workshop(self.dice.randrange(1, 10), chosen, seed=str(seed), badges=BADGES, assess=chosen_marks)
        self.play.start(played, form, self.dice.choice(get_args(Mode)))  # type: ignore[arg-type]
        self.trace: list[str] = []

    def step(self) -> None:
        """One thing that happens."""
        happenings: tuple[tuple[int, Callable[[], None]], ...] = (
            (8, self._do_a_part),
            (2, self._do_all_parts),
            (4, lambda: self._send(self._anything().by_player(), self._anything().seat())),
            (2, lambda: self._send(self._anything().by_desk(), None)),
            (1, lambda: self._send(self._anything().by_system(), None)),
            (1, self._type),
            (2, self._wait),
        )
        (happens,) = self.dice.choices([happening for _, happening in happenings], [weight for weight, _ in happenings])
        happens()

    def _anything(self) -> Anything:
        return Anything(self.play.state, self.dice)

    def spell(self, command: c.Command, seat: SeatId | None) -> c.Command:
        """What is sent in place of this command."""
        return command

    def spell_draft(self, text: str, seat: SeatId) -> str:
        """What is typed in place of this text."""
        return text

    def _send(self, plain: c.Command, seat: SeatId | None) -> None:
        command = self.spell(plain, seat)
        self.trace.append(f"{self.play.now} {seat or '-'} {command!r}"[:200])
        self.play.when(command, seat)

    def _do_a_part(self) -> None:
        todo = parts(self.play.state)
        if todo:
            seat, command = self.dice.choice(todo)
            self._send(command, seat)

    def _do_all_parts(self) -> None:
        for seat, command in parts(self.play.state):
            self._send(command, seat)

    def _type(self) -> None:
        seat, (text, actions, offer) = self._anything().seat(), self._anything().draft()
        if check_reply(self.play.state, seat, c.SaveDraft(text, actions, offer)) is None:
            self.trace.append(f"{self.play.now} {seat} types {text!r}"[:200])
            self.play.save(seat, self.spell_draft(text, seat), *actions, offer=offer)

    def _wait(self) -> None:
        seconds = self.dice.choice((0.001, 1, 5, 12, 20, 40, 40, 120, 600))
        if self.dice.random() < 0.7:
            self.trace.append(f"{self.play.now} {seconds} s pass")
            self.play.wait(seconds)
        else:
            self.trace.append(f"{self.play.now} the server oversleeps {seconds} s")
            self.play.now = Instant(self.play.now + round(seconds * 1000))
            self.play.do(c.Elapse())


def parts(state: Workshop) -> list[tuple[SeatId, c.Command]]:
    """What people are waited for now, seat by seat."""
    now = state.round
    if now is None or state.phase != "round":
        return []
    if now.stage != "playing":
        return [(seat.id, c.Ready()) for seat in state.seats.values() if not seat.gone]
    return [part for scene in now.scenes.values() for part in _scene_parts(state, scene)]


def _scene_parts(state: Workshop, scene: Scene) -> list[tuple[SeatId, c.Command]]:
    beat, customer = scene.beat, scene.acting_customer
    members = [seat.id for seat in state.seats.values() if seat.team == scene.team and not seat.gone]
    if scene.clock.held:
        return [(seat, c.GoOn()) for seat in members]
    match scene.phase:
        case "casting":
            return [(seat, c.Volunteer(willing=seat == members[0])) for seat in members]
        case "floor" if customer:
            return [(customer, c.Say("It leaks!")), (customer, c.PlayWildcard("card-1")), (customer, c.YieldFloor())]
        case "reply" if beat:
            waiting = [seat for seat in beat.eligible if seat not in {reply.seat for reply in beat.replies}]
            return [(seat, _reply(seat)) for seat in waiting]
        case "live" if beat and customer:
            return _live_parts(beat, customer)
        case "vote" if beat and customer:
            cast = {(ballot.voter, ballot.pair) for ballot in beat.ballots}
            duels = [(voter, pair) for voter, pairs in beat.plans.items() for pair in pairs if (voter, pair) not in cast]
            return [
                *((voter, c.CastBallot(pair.left, pair.right, pair.left)) for voter, pair in duels),
                *((customer, c.MarkReply(reply.token, _mark(reply))) for reply in beat.replies if reply.customer_mark is None),
                *(
                    (customer, c.TickFacts(reply.token, ("lid",)))
                    for reply in beat.replies
                    if reply.token < "8" and not reply.ticked
                ),
                *([(customer, c.SealNeed("heard"))] if beat.need is None else []),
            ]
        case "briefing" if customer and customer not in scene.opened:
            return [(customer, c.OpenCard()), *((seat, c.Ready()) for seat in members if seat not in scene.ready)]
        case "outcome" if customer and scene.step_out is None:
            return [(customer, c.StepOut("A straight answer.")), *((seat, c.ThankCustomer()) for seat in members)]
        case "reveal" if beat:
            asking = [(reply.seat, c.AppealMark(reply.token, "empathy", "I named it.")) for reply in beat.replies[:1]]
            return [*asking, *((seat, c.Ready()) for seat in members if seat not in scene.ready)]
        case _:
            return [(seat, c.Ready()) for seat in members if seat not in scene.ready]


def _live_parts(beat: Beat, customer: SeatId) -> list[tuple[SeatId, c.Command]]:
    """One word gives another; team-mates notice what it does, and take over or are asked to."""
    turns, on_line = len(beat.replies), beat.on_line or beat.eligible[0]
    watching = [seat for seat in beat.eligible if seat != on_line]
    noticed = {(moment.seat, moment.token) for moment in beat.moments}
    moments = [
        (seat, c.MarkMoment(reply.token, "calmed" if reply.token < "8" else "stung"))
        for reply in beat.replies[-1:]
        for seat in watching
        if seat != reply.seat and (seat, reply.token) not in noticed
    ]
    ask: c.Command = c.HoldLine("look_up", 30) if turns == 2 and not beat.holding else _reply(on_line)
    ticks = [(customer, c.TickFacts(reply.token, ("lid",))) for reply in beat.replies if reply.token < "8" and not reply.ticked]
    end: list[tuple[SeatId, c.Command]] = [(customer, c.EndExchange())] if turns >= 3 else [(customer, c.Say("And now?"))]
    return [(on_line, ask), *moments, *ticks, (on_line, c.HandOver()), *end]


def _reply(seat: SeatId) -> c.SendReply:
    number = int(seat[1:])
    actions: tuple[ActionKind, ...] = (("look_up",), ("offer",), ("call_back",), ("record", "close"))[number % 4]
    return c.SendReply(f"{number % 4} reply of {seat}", actions, "refund" if "offer" in actions else None)


def _mark(reply: Reply) -> CustomerMark:
    return 75 if reply.token < "8" else 25
