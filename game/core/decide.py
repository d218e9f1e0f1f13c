"""The one door into the rules: a command and a moment in, events or a refusal out. Knows no network and no storage."""

from collections.abc import Callable, Iterable
from typing import Any, Final

from game.core import commands as c
from game.core import events as e
from game.core.deciding import after, appeals, desk, live, scene, seats, texts, votes
from game.core.flow.advance import advance
from game.core.ids import Instant, Millis, SeatId
from game.core.refusal import Refusal
from game.core.settings import QUIET_AFTER_OUTAGE
from game.core.state import Workshop
from game.core.turn import Turn


def _elapse(turn: Turn, actor: SeatId | None, command: c.Elapse) -> Refusal | None:
    return None


def _resume(turn: Turn, actor: SeatId | None, command: c.Resume) -> Refusal | None:
    lost = Millis(max(0, turn.at - command.since))
    quiet = 0 if turn.state.settings.practice else QUIET_AFTER_OUTAGE  # a practice waits for its only player anyway
    turn.emit(e.OutageEnded(Instant(turn.at + quiet), lost))
    return None


_HANDLERS: Final[dict[type, Callable[[Turn, SeatId | None, Any], Refusal | None]]] = {
    c.TakeSeat: seats.take_seat,
    c.LeaveWorkshop: seats.leave,
    c.EraseMe: seats.erase,
    c.SetSwitches: seats.set_switches,
    c.SetPace: seats.set_pace,
    c.SetPresence: seats.set_presence,
    c.Volunteer: scene.volunteer,
    c.OpenCard: scene.open_card,
    c.PassCard: scene.pass_card,
    c.Ready: scene.ready,
    c.Say: scene.say,
    c.SayLine: scene.say_line,
    c.PlayWildcard: scene.play_wildcard,
    c.YieldFloor: scene.yield_floor,
    c.SendReply: scene.send_reply,
    c.MarkReply: scene.mark_reply,
    c.TickFacts: scene.tick_facts,
    c.SealNeed: scene.seal_need,
    c.TapIn: live.tap_in,
    c.HandOver: live.hand_over,
    c.HoldLine: live.hold_line,
    c.MarkMoment: live.mark_moment,
    c.EndExchange: live.end_exchange,
    c.AskDuel: votes.ask_duel,
    c.CastBallot: votes.cast_ballot,
    c.ReportReply: votes.report,
    c.ThankCustomer: after.thank,
    c.StepOut: after.step_out,
    c.SignReply: after.sign,
    c.TakeAgain: after.take_again,
    c.SetAim: after.set_aim,
    c.CheckStress: after.check_stress,
    c.PressStop: after.press_stop,
    c.GoOn: after.go_on,
    c.SwapRole: after.swap_role,
    c.ChangeSettings: desk.change_settings,
    c.MoveSeat: desk.move_seat,
    c.DealTeams: desk.deal_teams,
    c.RenameSeat: desk.rename_seat,
    c.RenameTeam: desk.rename_team,
    c.RemoveSeat: desk.remove_seat,
    c.UnbanAll: desk.unban_all,
    c.SetLock: desk.set_lock,
    c.SetTimeFactor: desk.set_time_factor,
    c.StartRound: desk.start_round,
    c.PauseAll: desk.pause_all,
    c.PauseTeam: desk.pause_team,
    c.ResumeAll: desk.resume_all,
    c.ResumeTeam: desk.resume_team,
    c.Gather: desk.gather,
    c.AddTime: desk.add_time,
    c.SetTimed: desk.set_timed,
    c.SkipPhase: desk.skip_phase,
    c.DropBeat: desk.drop_beat,
    c.EndRound: desk.end_round,
    c.Recast: desk.recast,
    c.ReleaseReply: texts.release,
    c.ClearStage: texts.clear_stage,
    c.UncoverReply: texts.uncover,
    c.KeepCovered: texts.keep_covered,
    c.OverruleMark: appeals.overrule,
    c.KeepMark: appeals.keep,
    c.AppealMark: appeals.appeal,
    c.SetStageSound: desk.set_stage_sound,
    c.StartCeremony: desk.start_ceremony,
    c.CloseWorkshop: desk.close,
    c.Elapse: _elapse,
    c.Resume: _resume,
    c.RecordMarks: texts.record_marks,
}


def decide(
    state: Workshop | None,
    command: c.Command,
    *,
    at: Instant,
    actor: SeatId | None = None,
    drafts: Iterable[c.Draft] = (),
) -> tuple[e.Event, ...] | Refusal:
    """What happens if `command` is carried out at `at` (never earlier than the last event), and all that follows by itself.

    `actor` is the seat that sent it, if a seat did; whether its role may is asked elsewhere (`permissions.may`).
    `drafts` are what agents have typed so far: an ending clock sends them. Returns the events, or why not; only `Elapse`
    may return no event at all. Raises `ValueError` for a command before `OpenWorkshop`.
    """
    if isinstance(command, c.OpenWorkshop):
        if state is not None:
            return Refusal("already_done", "This workshop is open already.")
        return (e.WorkshopOpened(command.id, command.code, command.seed, at, command.settings, command.badges),)
    if state is None:
        raise ValueError("a workshop begins with OpenWorkshop")
    if state.phase == "closed" and not isinstance(command, c.SetPresence | c.Elapse | c.Resume | c.RecordMarks | c.EraseMe):
        return Refusal("closed", "This workshop is over.")
    turn = Turn(state, at, drafts)
    refusal = _HANDLERS[type(command)](turn, actor, command)
    if refusal is not None:
        return refusal
    advance(turn)
    return tuple(turn.events)
