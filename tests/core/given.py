"""A workshop in a test: given what happened, when a command comes in, then these events. Knows no rule of the game.

`Play` does what a server does around the core: it holds state, log, drafts and the clock, sends `Elapse` at every alarm,
marks replies as the rubric would, and tells the core that a phone is connected.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any, TypeVar

from game.core import commands as c
from game.core import events as e
from game.core.badges import Badge
from game.core.decide import decide
from game.core.deciding.scene import check_reply
from game.core.documents import Document
from game.core.evolve import evolve
from game.core.flow.advance import next_alarm
from game.core.ids import Instant, PlayerId, SeatId, TeamId, Token, WorkshopId
from game.core.marks import Assessment
from game.core.refusal import Refusal
from game.core.scenario import ActionKind, Form, Scenario
from game.core.seating import team_seats
from game.core.settings import Settings
from game.core.state import Beat, CustomerMark, Mode, Reply, Round, RoundStage, Scene, ScenePhase, Seat, Workshop
from game.core.views.grants import DocumentKey, DocumentName
from game.core.views.render import render
from tests.core.scenarios import assessment, scenario

E = TypeVar("E")
START = Instant(1_700_000_000_000)
T1 = TeamId("t1")
T2 = TeamId("t2")
S1, S2, S3, S4, S5 = (SeatId(f"s{number}") for number in range(1, 6))
SETTINGS = Settings(title="Tuesday", season="Spring", playlist=("kettle",), forms=("short",))
_NAMES = ("Ada", "Ben", "Cleo", "Dan", "Eve", "Fay", "Gus", "Hal", "Ida", "Jon", "Kim", "Leo", "Mia", "Ned", "Ola", "Pia")


class Play:
    """One workshop from its opening on. `assess` marks each reply as it is sent; ``None`` leaves them unmarked."""

    def __init__(
        self,
        settings: Settings = SETTINGS,
        *,
        seed: str = "seed",
        badges: tuple[Badge, ...] = (),
        assess: Callable[[Reply], Assessment] | None = lambda _: assessment(),
    ) -> None:
        self.now = START
        self.assess = assess
        self.log: list[e.Event] = []
        self.last: tuple[e.Event, ...] = ()
        self.drafts: dict[SeatId, c.Draft] = {}
        self._state: Workshop | None = None
        self.do(c.OpenWorkshop(WorkshopId("w"), "CODE", seed, settings, badges))

    # --- when

    def when(self, command: c.Command, seat: SeatId | None = None) -> tuple[e.Event, ...] | Refusal:
        """Carry the command out at this moment, or hear why not."""
        answer = decide(self._state, command, at=self.now, actor=seat, drafts=self.drafts.values())
        if isinstance(answer, Refusal):
            return answer
        assert answer or isinstance(command, c.Elapse), f"{command} was accepted and did nothing"
        self.last = answer
        for event in answer:
            self._state = evolve(self._state, event)
            self.log.append(event)
        self._forget_drafts()
        self._mark(answer)
        return answer

    def do(self, command: c.Command, seat: SeatId | None = None) -> tuple[e.Event, ...]:
        """The same, for a command that must be carried out."""
        answer = self.when(command, seat)
        assert not isinstance(answer, Refusal), f"{command} by {seat}: {answer}"
        self.last = answer
        return answer

    def refused(self, code: str, command: c.Command, seat: SeatId | None = None) -> Refusal:
        """The same, for a command that must be refused with this code and a sentence, and change nothing."""
        answer = self.when(command, seat)
        assert isinstance(answer, Refusal), f"{command} by {seat} was carried out: {answer}"
        assert answer.code == code, answer
        assert answer.sentence
        return answer

    def all(self, command: c.Command, *seats: SeatId) -> None:
        """Every one of these seats sends this command."""
        for seat in seats:
            self.do(command, seat)

    def save(self, seat: SeatId, text: str, *actions: ActionKind, offer: str | None = None) -> None:
        """Keep a draft beside the log, as the server does."""
        draft = c.SaveDraft(text, actions, offer)
        assert check_reply(self.state, seat, draft) is None
        self.drafts[seat] = c.Draft(seat, draft.text, draft.actions, draft.offer)

    def _forget_drafts(self) -> None:
        for event in self.last:
            if isinstance(event, e.ReplySent):
                self.drafts.pop(event.seat, None)

    def _mark(self, events: Iterable[e.Event]) -> None:
        for event in events:
            if isinstance(event, e.ReplySent) and self.assess is not None:
                found = self.reply(event.token)
                if found.assessment is None:
                    self.when(c.RecordMarks(event.token, self.assess(found)))

    # --- time

    def pass_time(self) -> tuple[e.Event, ...]:
        """Jump to the next alarm and let time do its work."""
        alarm = next_alarm(self.state, self.now)
        assert alarm is not None, "nothing is timed"
        assert alarm > self.now
        self.now = alarm
        return self.do(c.Elapse())

    def wait(self, seconds: float) -> tuple[e.Event, ...]:
        """Let so many seconds pass, with every alarm on the way; all that happened meanwhile."""
        until = Instant(self.now + round(seconds * 1000))
        before = len(self.log)
        while (alarm := next_alarm(self.state, self.now)) is not None and alarm <= until:
            self.pass_time()
        self.now = until
        self.do(c.Elapse())
        return tuple(self.log[before:])

    def at(self, seconds: float) -> tuple[e.Event, ...]:
        """Let time pass until so many seconds after the opening."""
        return self.wait((START - self.now) / 1000 + seconds)

    # --- then

    @property
    def state(self) -> Workshop:
        assert self._state is not None
        return self._state

    @property
    def round(self) -> Round:
        assert self.state.round is not None
        return self.state.round

    def stage(self) -> RoundStage:
        return self.round.stage

    def scene(self, team: TeamId = T1) -> Scene:
        return self.round.scenes[team]

    def beat(self, team: TeamId = T1) -> Beat:
        beat = self.scene(team).beat
        assert beat is not None
        return beat

    def seat(self, seat: SeatId) -> Seat:
        return self.state.seats[seat]

    def reply(self, token: Token) -> Reply:
        return next(r for s in self.round.scenes.values() for b in s.beats for r in b.replies if r.token == token)

    def reply_of(self, seat: SeatId, beat: int | None = None) -> Reply:
        """This seat's reply in a beat (1-based), by default in the latest one that has one."""
        found = [
            reply
            for scene in self.round.scenes.values()
            for one in scene.beats
            for reply in one.replies
            if reply.seat == seat and beat in (None, one.number)
        ]
        return found[-1]

    def events(self, kind: type[E]) -> list[E]:
        """The events of this kind in the whole log."""
        return [event for event in self.log if isinstance(event, kind)]

    def just(self, kind: type[E]) -> list[E]:
        """The events of this kind that followed from the last command."""
        return [event for event in self.last if isinstance(event, kind)]

    def document(self, name: DocumentName, of: str = "") -> Any:
        """The document that somebody is sent now."""
        document: Document = render(self.state, DocumentKey(name, of), self.now)
        return document

    def members(self, team: TeamId = T1) -> tuple[SeatId, ...]:
        """The seats of a team that have not left, in the order they were taken."""
        return tuple(seat.id for seat in team_seats(self.state, team))

    # --- given

    def join(self, *names: str) -> tuple[SeatId, ...]:
        """These people take a seat with a phone that is connected."""
        return tuple(self._join(name) for name in names)

    def _join(self, name: str) -> SeatId:
        self.do(c.TakeSeat(PlayerId(f"p-{name}"), name, "🦊"))
        seat = next(seat.id for seat in self.state.seats.values() if seat.player == f"p-{name}" and not seat.erased)
        self.do(c.SetPresence(seat, here=True))
        return seat

    def start(self, played: Scenario | None = None, form: Form = "short", mode: Mode = "together") -> None:
        self.do(c.StartRound(played or scenario(), form, mode))

    def cast(self, customer: SeatId, team: TeamId = T1) -> None:
        """This seat alone volunteers; everybody else would rather not. The scene goes on to its briefing."""
        people = [seat.id for seat in self.state.seats.values() if seat.team == team and not seat.bot and not seat.gone]
        for seat in people:
            if self.scene(team).phase == "casting":
                self.do(c.Volunteer(willing=seat == customer), seat)
        assert self.scene(team).customer == customer

    def to(self, phase: ScenePhase, team: TeamId = T1) -> None:
        """Go on as if clocks ran out, until this team is in this phase (again)."""
        self.do(c.SkipPhase(team))
        while self.scene(team).phase != phase:
            self.do(c.SkipPhase(team))

    def to_stage(self, stage: RoundStage) -> None:
        """End the scenes and skip on to this stage of the round."""
        if self.round.stage == "playing":
            self.do(c.EndRound())
        while self.round.stage != stage:
            self.do(c.SkipPhase())

    def send(self, seat: SeatId, text: str = "", *actions: ActionKind, offer: str | None = None) -> Token:
        """This agent sends a reply; its token."""
        self.do(c.SendReply(text or f"reply of {seat}", actions, offer), seat)
        return self.reply_of(seat).token

    def mark(self, token: Token, mark: CustomerMark, team: TeamId = T1) -> None:
        """The acting customer marks this reply."""
        self.do(c.MarkReply(token, mark), self.scene(team).acting_customer)


def workshop(people: int, settings: Settings = SETTINGS, **options: Any) -> Play:
    """A workshop that so many people (seats s1, s2, ...) have joined."""
    play = Play(settings, **options)
    play.join(*(_NAMES[n] if n < len(_NAMES) else f"N{n}" for n in range(people)))
    return play


def playing(people: int, phase: ScenePhase = "casting", customer: SeatId = S1, form: Form = "short", **options: Any) -> Play:
    """One team of so many people in its first beat's `phase`, with s1 (or `customer`) as the customer."""
    played, mode = options.pop("scenario", None), options.pop("mode", "together")
    play = workshop(people, **options)
    play.start(played, form, mode)
    if phase == "casting":
        return play
    play.cast(customer)
    if phase != "briefing":
        play.do(c.OpenCard(), customer)
        play.to(phase)
    return play


def teams(size: int, number: int = 2, form: Form = "short", **options: Any) -> Play:
    """So many teams of this size, each with its first seat as the customer, who has yielded the first floor."""
    mode: Mode = options.pop("mode", "together")
    play = workshop(size * number, replace(SETTINGS, team_size=size), **options)
    play.start(form=form, mode=mode)
    for team in play.round.scenes:
        customer = play.members(team)[0]
        play.cast(customer, team)
        play.do(c.OpenCard(), customer)
        play.to("live" if mode == "live" else "reply", team)
    return play
