"""A room that uses most of its clocks, with everything that slows a real one down, under a clock that only tests move."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Literal

import pytest

from game.core import commands as c
from game.core.chance import draw
from game.core.flow.advance import next_alarm
from game.core.flow.scenes import own_deadline
from game.core.ids import Instant, SeatId, TeamId
from game.core.refusal import Refusal
from game.core.scenario import Form
from game.core.settings import STEP_OUT
from game.core.state import Scene
from game.core.views.projection import CEREMONY
from tests.core.given import S1, S2, SETTINGS, Play, workshop
from tests.core.scenarios import scenario

Trouble = Literal["late joiner", "leaver", "slow typist", "passed card", "stop", "pause while typing"]
TROUBLES: tuple[Trouble, ...] = ("late joiner", "leaver", "slow typist", "passed card", "stop", "pause while typing")
SECOND = 1000


@dataclass
class Room:
    """People who do what they have to do at a moment of their own in each phase: after 75 to 97 percent of its clock."""

    play: Play
    done: set[tuple[object, ...]] = field(default_factory=set)

    def run(self, until: Instant | None = None) -> None:
        """Let everybody act at their moments, and every alarm ring, until the round is done (or until a moment)."""
        while self.play.stage() != "done":
            acts = sorted(self._acts(), key=lambda act: act[0])
            alarm = next_alarm(self.play.state, self.play.now)
            moment = min([at for at, *_ in acts[:1]] + ([alarm] if alarm is not None else []))
            if until is not None and moment > until:
                self.play.now = until
                return
            self.play.now = Instant(max(moment, self.play.now))
            if alarm is not None and alarm <= self.play.now:
                self.play.do(c.Elapse())
                continue
            if acts and acts[0][0] <= self.play.now:
                self._act(*acts[0][1:])

    def _act(self, key: tuple[object, ...], command: c.Command, seat: SeatId) -> None:
        self.done.add(key)
        answer = self.play.when(command, seat)
        assert not isinstance(answer, Refusal) or answer.code in ("already_done", "wrong_phase", "not_agent"), answer

    def _acts(self) -> Iterator[tuple[int, tuple[object, ...], c.Command, SeatId]]:
        """What everybody means to do next, and when."""
        state = self.play.state
        if state.round is None or state.round.stage != "playing" or state.holds:
            return
        for scene in state.round.scenes.values():
            if scene.clock.deadline is None:
                continue
            for seat, command in self._todo(scene):
                key = (state.round.number, scene.team, len(scene.beats), scene.phase, scene.customer, seat, repr(command))
                if key not in self.done and state.seats[seat].presence == "here":
                    yield self._moment(scene, seat, command, key), key, command, seat

    def _todo(self, scene: Scene) -> Iterator[tuple[SeatId, c.Command]]:
        people = self.play.members(scene.team)
        customer, beat = scene.acting_customer, scene.beat
        match scene.phase:
            case "casting":
                yield from ((seat, c.Volunteer(willing=seat == people[0])) for seat in people if not self.play.seat(seat).bot)
            case "briefing" if customer is not None:
                if customer not in scene.opened:
                    yield customer, c.OpenCard()
                yield from ((seat, c.Ready()) for seat in people if seat != customer or seat in scene.opened)
            case "floor" if customer is not None:
                yield customer, c.YieldFloor()
            case "reply" if beat is not None:
                yield from ((seat, c.SendReply(f"reply of {seat}")) for seat in beat.eligible)
            case "vote" if beat is not None and customer is not None:
                yield from ((customer, c.MarkReply(reply.token, 50)) for reply in beat.replies if reply.customer_mark is None)
                yield customer, c.SealNeed("heard")
                for voter, pairs in beat.plans.items():
                    yield from ((voter, c.CastBallot(pair.left, pair.right, pair.left)) for pair in pairs)
            case "ready" | "reveal" | "outcome":
                yield from ((seat, c.Ready()) for seat in people)
            case _:
                pass

    def _moment(self, scene: Scene, seat: SeatId, command: c.Command, key: tuple[object, ...]) -> int:
        end, total = scene.clock.deadline or 0, scene.clock.total or 0
        if scene.phase == "reply" and scene.beat is not None:
            end, total = own_deadline(scene, scene.beat, seat) or end, scene.beat.allowances.get(seat, total)
        spare = 3 + draw("pace", *key) % 23
        if isinstance(command, c.OpenCard):
            spare += 25  # a card is read once it is open
        return end - total * spare // 100


def started(size: int, form: Form, number: int = 2) -> Room:
    play = workshop(size * number, replace(SETTINGS, team_size=size, forms=(form,)))
    play.start(scenario(), form)
    return Room(play)


def left(play: Play) -> int:
    """What the desk shows to be left of the round, in milliseconds."""
    end = play.document("desk").projected_end
    assert end is not None
    return int(end) - CEREMONY - play.now


def trouble(room: Room, kind: Trouble, team: TeamId) -> None:
    """What happens to this team at about half of the first reply phase (the card is passed on before it)."""
    play = room.play
    customer, *agents = play.members(team)
    match kind:
        case "late joiner":
            play.join("Late")
        case "leaver":
            play.do(c.LeaveWorkshop(), agents[-1])
        case "stop":
            play.do(c.PressStop(), agents[0])
            play.now = Instant(play.now + 12 * SECOND)
            play.all(c.GoOn(), *play.members(team))
        case "pause while typing":
            play.save(agents[0], "half a thou")
            play.do(c.PauseAll())
            play.now = Instant(play.now + 20 * SECOND)
            play.do(c.Elapse())
            play.do(c.ResumeAll())
        case "slow typist" | "passed card":
            assert customer != agents[0]


def run_until(room: Room, team: TeamId, phase: str) -> None:
    while room.play.scene(team).phase != phase:
        room.run(until=Instant(room.play.now + SECOND))


@pytest.mark.parametrize(("size", "form"), [(3, "short"), (4, "short"), (5, "long"), (8, "short")])
@pytest.mark.parametrize("kind", TROUBLES)
def test_a_slow_round_ends_by_itself_when_the_desk_said_it_would(size: int, kind: Trouble, form: Form) -> None:
    room = started(size, form)
    play = room.play
    team = play.seat(S1).team or TeamId("")
    if kind == "slow typist":
        play.do(c.SetTimeFactor(S2, 150))
    promised = [(play.now, left(play))]
    if kind == "passed card":
        run_until(room, team, "briefing")
        room.run(until=Instant(play.now + 30 * SECOND))
        play.do(c.PassCard(), play.scene(team).customer)
    run_until(room, team, "reply")
    room.run(until=Instant(play.now + 50 * SECOND))
    trouble(room, kind, team)
    promised.append((play.now, left(play)))
    while len(play.scene(team).beats) < 2:
        room.run(until=Instant(play.now + SECOND))
    promised.append((play.now, left(play)))
    room.run()
    assert play.stage() == "done"
    for at, said in promised:
        assert said == pytest.approx(play.now - at, rel=0.10)


@pytest.mark.parametrize("size", [3, 4, 5, 8])
def test_a_room_with_everything_at_once_ends_by_itself_and_waits_for_nobody_who_is_gone(size: int) -> None:
    room = started(size, "long", number=4)
    play = room.play
    slow, leaving, passing, stopping = list(play.round.scenes)
    play.do(c.SetTimeFactor(play.members(slow)[1], 150))
    began, said = play.now, left(play)
    run_until(room, passing, "briefing")
    play.do(c.PassCard(), play.scene(passing).customer)
    run_until(room, leaving, "reply")
    room.run(until=Instant(play.now + 30 * SECOND))
    gone = play.members(leaving)[-1]
    play.do(c.LeaveWorkshop(), gone)
    play.do(c.SetPresence(play.members(leaving)[0], here=False))
    play.join("Late")
    trouble(room, "pause while typing", slow)
    if play.scene(stopping).phase != "outcome":
        play.do(c.PressStop(), play.members(stopping)[1])
        play.all(c.GoOn(), *play.members(stopping))
    room.run()
    assert play.stage() == "done"
    assert said == pytest.approx(play.now - began, rel=0.10)
    assert gone not in {player.seat for player in play.state.past[-1].players if player.points > 0}


def test_people_who_are_quick_end_the_round_sooner() -> None:
    quick, slow = started(4, "short"), started(4, "short")
    slow.run()
    play = quick.play
    began = play.now
    for team in list(play.round.scenes):
        play.to("outcome", team)
    assert play.stage() == "playing"
    quick.run()
    assert play.now - began < slow.play.now - began
    assert play.scene().clock.total == STEP_OUT
