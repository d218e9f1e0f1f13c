"""Any command at all, plausible or not, for a workshop in any state. Knows nothing of what is allowed."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from random import Random
from typing import Any, Final, TypeVar, get_args

from game.core import commands as c
from game.core.ids import CRITERIA, Instant, PlayerId, SeatId, TeamId, Token
from game.core.scenario import ACTIONS, NEEDS, Form, HoldNotice
from game.core.settings import ScoreWeights
from game.core.state import CustomerMark, Mode, MomentKind, Workshop
from tests.core.scenarios import assessment, scenario

T = TypeVar("T")
Maker = Callable[["Anything"], c.Command]
GARBAGE: Final = ("", " ", "x", "nobody", "\x1f", "ü" * 30, "x" * 1300, "🫖" * 401)
LETTERS: Final = ("Sorry to hear that.", "Did the lid leak?", "I look it up.", "3 good", "1 fair", "0 poor")
LINES: Final = ("vent-1", "vent-2", "vent-3", "explore-1", "explore-2", "resolve-1", "resolve-3", "no such line")


class Anything:
    """Makes commands for one state; most arguments are taken from what there is, some are garbage."""

    def __init__(self, state: Workshop, dice: Random) -> None:
        self.state, self.dice = state, dice

    # --- arguments

    def one(self, found: Sequence[T], *garbage: T) -> T:
        """One of these; now and then garbage, and only that where there is nothing else."""
        plausible = found and (not garbage or self.dice.random() < 0.9)
        return self.dice.choice(list(found) if plausible else list(garbage))

    def yes(self) -> bool:
        return self.dice.random() < 0.5

    def text(self) -> str:
        return self.one(LETTERS, *GARBAGE)

    def seat(self) -> SeatId:
        return self.one(tuple(self.state.seats), SeatId("s99"), SeatId(""))

    def team(self) -> TeamId:
        return self.one(tuple(self.state.teams), TeamId("t99"))

    def token(self) -> Token:
        scenes = self.state.round.scenes.values() if self.state.round else ()
        found = [reply.token for scene in scenes for beat in scene.beats[-1:] for reply in beat.replies]
        found += [reply.token for scene in scenes for beat in scene.beats for reply in beat.replies]
        return self.one(found, Token("no such token"))

    def own_text(self) -> str:
        scenes = self.state.round.scenes.values() if self.state.round else ()
        return self.one([reply.words.text for s in scenes for beat in s.beats for reply in beat.replies], "not mine")

    def draft(self) -> tuple[str, tuple[Any, ...], str | None]:
        """Text, actions and an offer; mostly such that one fits the other."""
        offer = self.one((None, None, "refund", "yacht", "lesson", "voucher"), "a pony")
        taken = [self.one(ACTIONS, "dance") for _ in range(self.dice.randrange(4))]
        if self.dice.random() < 0.9:
            taken = [action for action in dict.fromkeys(taken) if action != "offer"] + (["offer"] if offer else [])
        return self.text(), tuple(taken), offer

    def facts(self) -> tuple[str, ...]:
        return tuple(self.one(("lid", "leak", "order"), "known", "no such fact") for _ in range(self.dice.randrange(4)))

    # --- commands

    def ballot(self) -> c.CastBallot:
        """A ballot on some pair that somebody holds, or on any two tokens."""
        scenes = self.state.round.scenes.values() if self.state.round else ()
        held = [pair for scene in scenes for beat in scene.beats for pairs in beat.plans.values() for pair in pairs]
        held += [duel.pair for duel in self.state.gallery.values()] * 3
        if held and self.dice.random() < 0.8:
            pair = self.dice.choice(held)
            return c.CastBallot(pair.left, pair.right, self.dice.choice((pair.left, pair.right, None)))
        return c.CastBallot(self.token(), self.token(), self.token() if self.yes() else None)

    def settings(self) -> c.ChangeSettings:
        weights = ScoreWeights(self.dice.randrange(-1, 60), self.dice.randrange(60), self.dice.randrange(60))
        size, timed = self.dice.randrange(2, 10), self.dice.random() < 0.9
        return c.ChangeSettings(replace(self.state.settings, team_size=size, timed=timed, weights=weights, title=self.text()))

    def take_seat(self) -> c.TakeSeat:
        player = self.one([seat.player for seat in self.state.seats.values()] + [PlayerId(f"p-new{self.dice.randrange(4)}")])
        return c.TakeSeat(player, self.one(("Ada", "Ben", "Zoë", "New", "Newer"), "", "x" * 25), "🦊")

    def by_player(self) -> c.Command:
        """Anything that a phone may send, but for drafts, which are no business of the rules."""
        return self.dice.choice(PLAYER)(self)

    def by_desk(self) -> c.Command:
        return self.dice.choice(DESK)(self)

    def by_system(self) -> c.Command:
        return self.dice.choice(SYSTEM)(self)


PLAYER: Final[tuple[Maker, ...]] = (
    lambda _: c.LeaveWorkshop(),
    lambda _: c.EraseMe(),
    lambda _: c.OpenCard(),
    lambda _: c.PassCard(),
    lambda _: c.Ready(),
    lambda _: c.YieldFloor(),
    lambda _: c.AskDuel(),
    lambda _: c.ThankCustomer(),
    lambda _: c.PressStop(),
    lambda _: c.GoOn(),
    lambda _: c.SwapRole(),
    lambda _: c.TapIn(),
    lambda _: c.HandOver(),
    lambda _: c.EndExchange(),
    lambda made: c.SetSwitches(made.yes(), made.yes()),
    lambda made: c.SetPace(made.one((100, 125, 150), 99, 151)),
    lambda made: c.Volunteer(made.yes()),
    lambda made: c.Say(made.text()),
    lambda made: c.SayLine(made.one(LINES)),
    lambda made: c.PlayWildcard(made.one(("card-1", "card-2"), "card-9")),
    lambda made: c.SendReply(*made.draft(), made.yes()),
    lambda made: c.SendReply(*made.draft(), True),
    lambda made: c.MarkReply(made.token(), made.one(get_args(CustomerMark))),
    lambda made: c.TickFacts(made.token(), made.facts()),
    lambda made: c.SealNeed(made.one(NEEDS)),
    lambda made: c.HoldLine(made.one(get_args(HoldNotice)), made.one((30, 60))),
    lambda made: c.MarkMoment(made.token(), made.one(get_args(MomentKind))),
    lambda made: c.MarkMoment(made.token(), made.one(get_args(MomentKind))),
    Anything.ballot,
    Anything.ballot,
    lambda made: c.ReportReply(made.token()),
    lambda made: c.StepOut(made.text()),
    lambda made: c.SignReply(made.token()),
    lambda made: c.AppealMark(made.token(), made.one(CRITERIA), made.text()),
    lambda made: c.TakeAgain(made.own_text(), made.text()),
    lambda made: c.SetAim(made.one(CRITERIA), made.text(), made.text()),
    lambda made: c.CheckStress("before" if made.yes() else "after", made.dice.randrange(7)),
)
DESK: Final[tuple[Maker, ...]] = (
    lambda _: c.DealTeams(),
    lambda _: c.UnbanAll(),
    lambda _: c.PauseAll(),
    lambda _: c.ResumeAll(),
    lambda _: c.ResumeAll(),
    lambda _: c.Gather(),
    lambda _: c.AddTime(),
    lambda _: c.SkipPhase(),
    lambda _: c.DropBeat(),
    lambda _: c.EndRound(),
    lambda _: c.ClearStage(),
    lambda _: c.StartCeremony(),
    Anything.settings,
    lambda made: c.MoveSeat(made.seat(), made.team() if made.yes() else None),
    lambda made: c.RenameSeat(made.seat(), made.text()),
    lambda made: c.RenameTeam(made.team(), made.text()),
    lambda made: c.RemoveSeat(made.seat(), made.yes()),
    lambda made: c.SetLock(made.dice.random() < 0.2),
    lambda made: c.SetTimeFactor(made.seat(), made.one((100, 150), 151)),
    lambda made: c.StartRound(scenario(), made.one(get_args(Form)), "live"),
    lambda made: c.StartRound(scenario(), made.one(get_args(Form)), made.one(get_args(Mode))),
    lambda made: c.PauseTeam(made.team()),
    lambda made: c.ResumeTeam(made.team()),
    lambda made: c.AddTime(made.team()),
    lambda made: c.SetTimed(made.dice.random() < 0.8),
    lambda made: c.SkipPhase(made.team()),
    lambda made: c.Recast(made.team()),
    lambda made: c.ReleaseReply(made.token()),
    lambda made: c.UncoverReply(made.token()),
    lambda made: c.KeepCovered(made.token()),
    lambda made: c.OverruleMark(made.token(), made.one(CRITERIA), made.one((None, 0, 1, 2, 3)), made.text()),
    lambda made: c.KeepMark(made.token(), made.text()),
    lambda made: c.SetStageSound(made.yes()),
)
SYSTEM: Final[tuple[Maker, ...]] = (
    Anything.take_seat,
    lambda made: c.SetPresence(made.seat(), made.dice.random() < 0.6),
    lambda made: c.SetPresence(made.seat(), made.dice.random() < 0.6),
    lambda made: c.RecordMarks(made.token(), made.one((assessment(0), assessment(3), assessment(2, "cannot read it")))),
    lambda made: c.RecordMarks(made.token(), made.one((assessment(0), assessment(3), assessment(2, "cannot read it")))),
    lambda made: c.Resume(Instant(made.state.opened_at + made.dice.randrange(600_000))),
)
