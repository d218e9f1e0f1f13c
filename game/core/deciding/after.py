"""Outcome, second take, aims, stress and the stop button. Knows nothing of a running beat."""

from game.core import events as e
from game.core.commands import (
    CheckStress,
    GoOn,
    PressStop,
    SetAim,
    SignReply,
    StepOut,
    SwapRole,
    TakeAgain,
    ThankCustomer,
)
from game.core.deciding.checks import NO_SCENE, UNKNOWN_REPLY, empty, find_reply, playing_scene, seat_of, too_long
from game.core.flow import scenes
from game.core.flow.bots import bot_customer
from game.core.ids import SeatId
from game.core.refusal import Refusal
from game.core.seating import humans, scene_of
from game.core.settings import MOST_STOPS, NOTE_LENGTH, REPLY_LENGTH, STEP_OUT
from game.core.turn import Turn


def thank(turn: Turn, actor: SeatId | None, command: ThankCustomer) -> Refusal | None:
    seat = seat_of(turn, actor)
    if isinstance(seat, Refusal):
        return seat
    scene = scene_of(turn.state, seat.id)
    if scene is None or turn.round.result is not None or scene.phase not in ("reveal", "outcome"):
        return Refusal("wrong_phase", "You can thank your customer at the end of the scene.")
    if seat.id == scene.customer or seat.id == scene.standin:
        return Refusal("not_agent", "You were the customer yourself.")
    if seat.id in scene.thanks:
        return Refusal("already_done", "You have thanked them already.")
    turn.emit(e.CustomerThanked(scene.team, seat.id))
    return None


def step_out(turn: Turn, actor: SeatId | None, command: StepOut) -> Refusal | None:
    scene = playing_scene(turn, actor, "outcome")
    if isinstance(scene, Refusal):
        return scene
    if actor != scene.customer:
        return Refusal("not_customer", "Only whoever played the customer answers this.")
    refused = empty(command.text, "One short sentence is enough.") or too_long(command.text, NOTE_LENGTH, "Your sentence")
    if refused:
        return refused
    turn.emit(e.SteppedOut(scene.team, turn.write(actor, command.text.strip())))
    return None


def sign(turn: Turn, actor: SeatId | None, command: SignReply) -> Refusal | None:
    found = find_reply(turn, command.token)
    if found is None or found[2].seat != actor:
        return UNKNOWN_REPLY
    scene, _, reply = found
    if reply.signed:
        return Refusal("already_done", "Your name is on it already.")
    turn.emit(e.ReplySigned(scene.team, command.token))
    return None


def take_again(turn: Turn, actor: SeatId | None, command: TakeAgain) -> Refusal | None:
    seat = seat_of(turn, actor)
    if isinstance(seat, Refusal):
        return seat
    now = turn.state.round
    if now is None or now.stage not in ("second_take", "debrief"):
        return Refusal("wrong_phase", "The second take comes after the scenes.")
    own = [r.words.text for s in now.scenes.values() for b in s.beats for r in b.replies if r.seat == seat.id]
    if not command.before.strip() or not any(command.before.strip() in text for text in own):
        return Refusal("not_yours", "Choose a sentence of your own from this round.")
    refused = empty(command.after, "Write your sentence anew.") or too_long(command.after, REPLY_LENGTH, "Your sentence")
    if refused:
        return refused
    before, after = turn.write(seat.id, command.before.strip()), turn.write(seat.id, command.after.strip())
    turn.emit(e.TakenAgain(seat.id, before, after))
    return None


def set_aim(turn: Turn, actor: SeatId | None, command: SetAim) -> Refusal | None:
    seat = seat_of(turn, actor)
    if isinstance(seat, Refusal):
        return seat
    now = turn.state.round
    if now is None or now.stage == "playing":
        return Refusal("wrong_phase", "You choose an aim after the scenes.")
    refused = (
        empty(command.when, "When do you mean to do it?")
        or empty(command.will, "What will you do?")
        or too_long(command.when, NOTE_LENGTH, "The first half")
        or too_long(command.will, NOTE_LENGTH, "The second half")
    )
    if refused:
        return refused
    when, will = turn.write(seat.id, command.when.strip()), turn.write(seat.id, command.will.strip())
    turn.emit(e.AimSet(seat.id, command.criterion, when, will))
    return None


def check_stress(turn: Turn, actor: SeatId | None, command: CheckStress) -> Refusal | None:
    seat = seat_of(turn, actor)
    if isinstance(seat, Refusal):
        return seat
    now = turn.state.round
    if now is None or now.stage not in ("debrief", "breather"):
        return Refusal("wrong_phase", "The stress check comes with the breather.")
    if not 1 <= command.level <= 5:
        return Refusal("out_of_range", "Choose a number from 1 to 5.")
    given = now.stress_before if command.moment == "before" else now.stress_after
    if len(given) >= len(humans(turn.state.seats.values())):
        return Refusal("already_done", "Everyone has answered that.")
    turn.emit(e.StressChecked(command.moment, command.level))
    return None


def press_stop(turn: Turn, actor: SeatId | None, command: PressStop) -> Refusal | None:
    seat = seat_of(turn, actor)
    if isinstance(seat, Refusal):
        return seat
    scene = scene_of(turn.state, seat.id)
    if scene is None or turn.round.stage != "playing" or scene.phase == "outcome":
        turn.emit(e.SteppedAside())
        return None
    if "stop" in scene.clock.holds:
        return Refusal("already_done", "The scene stands still already.")
    turn.emit(e.StopPressed(scene.team))
    if turn.scene(scene.team).stops > MOST_STOPS:
        turn.emit(e.SceneEnded(scene.team, "stopped", turn.at, turn.clock(STEP_OUT, scene.team)))
    else:
        turn.emit(e.ClocksHeld("stop", scene.team, turn.at))
    return None


def go_on(turn: Turn, actor: SeatId | None, command: GoOn) -> Refusal | None:
    scene = playing_scene(turn, actor)
    if isinstance(scene, Refusal):
        return scene
    if actor is None or not scene.clock.holds & {"stop", "pause"}:
        return Refusal("wrong_phase", "Nothing stands still.")
    if actor in scene.going_on:
        return Refusal("already_done", "You have said that you are ready.")
    turn.emit(e.WentOn(scene.team, actor))
    return None


def swap_role(turn: Turn, actor: SeatId | None, command: SwapRole) -> Refusal | None:
    scene = playing_scene(turn, actor, "briefing", "ready", "floor", "reply", "live", "vote", "reveal")
    if isinstance(scene, Refusal):
        return scene
    if actor is None or actor in scene.watchers:
        return NO_SCENE
    if turn.state.settings.practice:
        return Refusal("not_customer", "Only you answer here. Go on when you like, or leave: it waits for you.")
    if actor == scene.standin:
        return Refusal("not_customer", "A bot plays what it is given.")
    if actor != scene.customer:
        turn.emit(e.AgentStoodDown(scene.team, actor))
    elif scene.phase == "briefing":
        turn.emit(e.CustomerReleased(scene.team, actor, watches=actor in scene.opened))
        scenes.cast(turn, scene.team)
    else:
        turn.emit(e.AgentStoodDown(scene.team, actor))
        turn.emit(e.StandinSet(scene.team, bot_customer(turn, scene.team)))
    return None
