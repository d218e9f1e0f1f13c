"""Casting, briefing, the customer's floor and the agents' replies. Knows nothing of votes."""

from collections.abc import Iterable

from game.core import events as e
from game.core.commands import (
    Draft,
    MarkReply,
    OpenCard,
    PassCard,
    PlayWildcard,
    Ready,
    SaveDraft,
    Say,
    SayLine,
    SealNeed,
    SendReply,
    TickFacts,
    Volunteer,
    YieldFloor,
)
from game.core.deciding.checks import (
    NO_SCENE,
    NO_SEAT,
    UNKNOWN_REPLY,
    customer_scene,
    empty,
    playing_scene,
    running_beat,
    seat_of,
    too_long,
)
from game.core.flow import live, scenes
from game.core.ids import SeatId
from game.core.refusal import Refusal
from game.core.rules.scoring import reply_levels
from game.core.rules.tone import tone
from game.core.scenario import ACTIONS, Echo, Scenario, SuggestedLine, Wildcard
from game.core.seating import members, scene_of, sent
from game.core.settings import LINE_LENGTH, REPLY_LENGTH
from game.core.state import Line, Scene, Workshop
from game.core.turn import Turn
from game.core.words import Words


def volunteer(turn: Turn, actor: SeatId | None, command: Volunteer) -> Refusal | None:
    scene = playing_scene(turn, actor, "casting")
    if isinstance(scene, Refusal):
        return scene
    if actor is None or actor in scene.watchers:
        return NO_SCENE
    turn.emit(e.VolunteerAnswered(scene.team, actor, command.willing))
    return None


def open_card(turn: Turn, actor: SeatId | None, command: OpenCard) -> Refusal | None:
    scene = customer_scene(turn, actor, "briefing", "ready", "floor", "reply", "live", "vote", "reveal")
    if isinstance(scene, Refusal):
        return scene
    if actor is None or actor in scene.opened:
        return Refusal("already_done", "The card is open already.")
    turn.emit(e.CardOpened(scene.team, actor))
    return None


def pass_card(turn: Turn, actor: SeatId | None, command: PassCard) -> Refusal | None:
    scene = customer_scene(turn, actor, "briefing")
    if isinstance(scene, Refusal):
        return scene
    if actor is None or actor in scene.opened:
        return Refusal("card_open", "You have read the card, so it stays with you. The stop button is always there.")
    turn.emit(e.CardPassed(scene.team, actor))
    scenes.cast(turn, scene.team)
    return None


def ready(turn: Turn, actor: SeatId | None, command: Ready) -> Refusal | None:
    seat = seat_of(turn, actor)
    if isinstance(seat, Refusal):
        return seat
    now = turn.state.round
    if now is None or now.stage == "done":
        return Refusal("wrong_phase", "There is nothing to be ready for right now.")
    if now.stage != "playing":
        turn.emit(e.StageSeatReady(seat.id))
        return None
    scene = playing_scene(turn, actor, "briefing", "ready", "reveal", "outcome")
    if isinstance(scene, Refusal):
        return scene
    if scene.phase == "briefing" and scene.acting_customer == seat.id and seat.id not in scene.opened:
        return Refusal("card_closed", "Open your card first, or pass it on.")
    turn.emit(e.SeatReady(scene.team, seat.id))
    return None


def say(turn: Turn, actor: SeatId | None, command: Say) -> Refusal | None:
    scene = customer_scene(turn, actor, "floor", "live")
    if isinstance(scene, Refusal):
        return scene
    refused = empty(command.text, "Write something first, or tap a line.") or too_long(
        command.text, LINE_LENGTH, "Your message"
    )
    if refused:
        return refused
    words = turn.write(actor, command.text.strip())
    _speak(turn, scene, Line("said"), None, words)
    return None


def _speak(turn: Turn, scene: Scene, line: Line, card: str | None = None, words: Words | None = None) -> None:
    """The customer says this; in a live exchange somebody has to answer it in time."""
    patience = live.answer_by(turn, scene, running_beat(scene)) if scene.phase == "live" else None
    turn.emit(e.CustomerSpoke(scene.team, line, card, words, patience))


def say_line(turn: Turn, actor: SeatId | None, command: SayLine) -> Refusal | None:
    scene = customer_scene(turn, actor, "floor", "live")
    if isinstance(scene, Refusal):
        return scene
    beat = running_beat(scene)
    sayable: tuple[SuggestedLine | Echo, ...] = (*beat.plan.lines, *echoes_dealt(scene, turn.round.scenario))
    line = next((line for line in sayable if line.id == command.line), None)
    if line is None:
        return Refusal("unknown_line", "That line does not belong to this beat.")
    if _said_already(scene, line.text):
        return Refusal("already_done", "You have said that already.")
    _speak(turn, scene, Line("suggested", line.text))
    return None


def _said_already(scene: Scene, text: str) -> bool:
    return any(said.authored == text for done in scene.beats for said in done.lines)


def echoes_dealt(scene: Scene, scenario: Scenario) -> tuple[Echo, ...]:
    """What the customer can say to the tone of the reply that they heard last, before this beat."""
    before = scene.beats[-2] if len(scene.beats) > 1 else None
    heard = next((reply for reply in before.replies if reply.token == before.heard), None) if before else None
    if heard is None:
        return ()
    now = tone(heard.points, reply_levels(heard))
    return tuple(echo for echo in scenario.echoes if echo.tone == now)


def wildcards_dealt(state: Workshop, scene: Scene, scenario: Scenario) -> tuple[Wildcard, ...]:
    """The cards this scene's customer holds in this beat; over-the-line ones only where nobody has switched them off."""
    sheltered = any(state.seats[seat].no_abuse for seat in (*members(state, scene), *scene.watchers))
    cards = (card for card in scenario.wildcards if card.from_beat <= max(1, len(scene.beats)))
    return tuple(card for card in cards if not (card.abusive and sheltered))


def play_wildcard(turn: Turn, actor: SeatId | None, command: PlayWildcard) -> Refusal | None:
    scene = customer_scene(turn, actor, "floor", "live")
    if isinstance(scene, Refusal):
        return scene
    dealt = wildcards_dealt(turn.state, scene, turn.round.scenario)
    card = next((card for card in dealt if card.id == command.card), None)
    if card is None:
        return Refusal("unknown_card", "You do not hold that card.")
    if card.id in scene.wildcards:
        return Refusal("already_done", "You have played that card.")
    if _said_already(scene, card.text):  # whoever was left waiting without a word has asked by themselves
        return Refusal("already_done", "You have said that already.")
    line = Line("wildcard", card.text, wildcard=card.kind, abusive=card.abusive)
    _speak(turn, scene, line, card.id)
    return None


def yield_floor(turn: Turn, actor: SeatId | None, command: YieldFloor) -> Refusal | None:
    scene = customer_scene(turn, actor, "floor")
    if isinstance(scene, Refusal):
        return scene
    scenes.yield_floor(turn, scene.team, "customer")
    return None


def check_reply(state: Workshop, actor: SeatId | None, draft: SaveDraft | SendReply) -> Refusal | None:
    """Whether this agent may write this now, length and actions included; a draft may be empty."""
    seat = state.seats.get(actor) if actor else None
    if seat is None or seat.gone:
        return NO_SEAT
    scene = scene_of(state, seat.id)
    if scene is None or state.round is None or state.round.stage != "playing" or scene.beat is None:
        return NO_SCENE
    if scene.phase not in ("floor", "reply", "live"):
        return Refusal("wrong_phase", "Replies are closed for this beat. Your words are still on your phone.")
    if actor not in scene.beat.eligible:
        return Refusal("not_agent", "You answer from the next beat on.")
    if scene.beat.live and actor != scene.beat.on_line:
        name = state.seats[scene.beat.on_line].name.text if scene.beat.on_line else "Nobody"
        return Refusal("not_on_line", f"{name} is on the line. Tap in if you would like to take over.")
    if not scene.beat.live and actor in sent(scene.beat):
        return Refusal("already_done", "Your reply is in already.")
    wrong = [action for action in draft.actions if action not in ACTIONS]
    if wrong or len(set(draft.actions)) != len(draft.actions):
        return Refusal("unknown_action", "One of these actions does not exist, or is there twice.")
    if draft.offer is not None and state.round.scenario.offer(draft.offer) is None:
        return Refusal("unknown_offer", "That offer is not in the case file.")
    if (draft.offer is not None) != ("offer" in draft.actions):
        return Refusal("offer_mismatch", "Choose which offer you make.")
    return too_long(draft.text, REPLY_LENGTH, "Your reply")


def send_reply(turn: Turn, actor: SeatId | None, command: SendReply) -> Refusal | None:
    refused = check_reply(turn.state, actor, command) or empty(command.text, "Write something first.")
    if refused:
        return refused
    scene = scene_of(turn.state, actor) if actor else None
    if scene is None or actor is None:
        return NO_SCENE
    if scene.phase == "floor" and not command.anyway:
        return Refusal("still_talking", "They are still talking. Send anyway?")
    scenes.send_reply(turn, scene.team, Draft(actor, command.text, command.actions, command.offer), by_clock=False)
    return None


def mark_reply(turn: Turn, actor: SeatId | None, command: MarkReply) -> Refusal | None:
    scene = customer_scene(turn, actor, "floor", "reply", "live", "vote")
    if isinstance(scene, Refusal):
        return scene
    if all(reply.token != command.token for reply in running_beat(scene).replies):
        return UNKNOWN_REPLY
    turn.emit(e.ReplyMarked(scene.team, command.token, command.mark))
    return None


def tick_facts(turn: Turn, actor: SeatId | None, command: TickFacts) -> Refusal | None:
    scene = customer_scene(turn, actor, "floor", "reply", "live", "vote")
    if isinstance(scene, Refusal):
        return scene
    if all(reply.token != command.token for reply in running_beat(scene).replies):
        return UNKNOWN_REPLY
    hidden = {fact.id for fact in turn.round.scenario.facts if fact.hidden}
    if not set(command.facts) <= hidden:
        return Refusal("unknown_fact", "That is not one of your hidden facts.")
    turn.emit(e.FactsTicked(scene.team, command.token, tuple(dict.fromkeys(command.facts))))
    if running_beat(scene).live and scene.phase != "vote":
        _tell(turn, scene, command.facts)
    return None


def _tell(turn: Turn, scene: Scene, facts: Iterable[str]) -> None:
    """In a live exchange what was asked about comes out at once, in the customer's own words."""
    for name in live.disclose(turn, scene.team, facts):
        fact = turn.round.scenario.fact(name)
        if fact and fact.reply:
            _speak(turn, turn.scene(scene.team), Line("fact", fact.reply))


def seal_need(turn: Turn, actor: SeatId | None, command: SealNeed) -> Refusal | None:
    scene = customer_scene(turn, actor, "floor", "reply", "live", "vote")
    if isinstance(scene, Refusal):
        return scene
    turn.emit(e.NeedSealed(scene.team, command.need))
    return None
