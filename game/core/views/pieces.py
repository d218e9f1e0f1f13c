"""Small pieces that several documents are made of. Knows no audience."""

from typing import Literal

from game.core.clock import Clock
from game.core.documents import BlindReply, ClockView, FocusView, HeatView, LineView, MarkView, SecondLookView
from game.core.ids import Criterion, SeatId
from game.core.rules import heat as heats
from game.core.rules.scoring import reply_levels
from game.core.scenario import BeatPlan, Scenario
from game.core.seating import present_seats
from game.core.state import Beat, Line, Reply, Round, Scene, Workshop
from game.core.transcript import spoken

ERASED = "(erased)"


def clock_view(clock: Clock) -> ClockView:
    """A clock as it is sent: why it stands still is left out."""
    return ClockView(clock.total, clock.deadline, clock.left, clock.held)


def round_clock(now: Round) -> ClockView | None:
    """The clock of the whole round; ``None`` while every team runs by its own and the barrier is not set, and at the end."""
    no_barrier = now.stage == "playing" and now.clock.total is None
    return None if no_barrier or now.stage == "done" else clock_view(now.clock)


def heat_view(heat: int) -> HeatView:
    """Heat with its word."""
    return HeatView(heat, heats.word(heat))


def name_of(state: Workshop, seat: SeatId | None) -> str:
    """The name of a seat; somebody erased has none."""
    found = state.seats.get(seat) if seat else None
    return (found.name.text or ERASED) if found else ""


def focus_views(plan: BeatPlan) -> tuple[FocusView, ...]:
    """A beat's criteria in focus."""
    return tuple(FocusView(focus.criterion, focus.weight, focus.example) for focus in plan.focus)


def text_of(reply: Reply) -> str:
    """What was written, unless its author has been erased."""
    return reply.words.text or ERASED


def offer_label(scenario: Scenario, reply: Reply) -> str | None:
    """What a reply puts on the table, as a customer would hear it."""
    offer = scenario.offer(reply.offer) if reply.offer else None
    return offer.label if offer else None


def blind(scenario: Scenario, reply: Reply) -> BlindReply:
    """A reply without its author; covered text is not even sent."""
    if reply.reported:
        return BlindReply(reply.token, "", (), None, covered=True)
    return BlindReply(reply.token, text_of(reply), reply.actions, offer_label(scenario, reply), covered=False)


def mark_views(reply: Reply, plan: BeatPlan) -> tuple[MarkView, ...]:
    """The marks of a reply: the beat's criteria first, heaviest first, then whatever else applies."""
    if reply.assessment is None:
        return ()
    weights = {focus.criterion: focus.weight for focus in plan.focus}
    given = reply_levels(reply)
    overruled = {one.criterion for one in reply.overrules}
    abstained = bool(reply.assessment.abstained)
    views = [
        MarkView(
            criterion=mark.criterion,
            level=given.get(mark.criterion),
            weight=weights.get(mark.criterion, 0),
            confidence=mark.confidence,
            review=mark.review,
            overruled=mark.criterion in overruled,
            abstained=abstained and mark.criterion not in overruled,
            next="" if mark.criterion in overruled else mark.next_level,
            evidence=tuple(piece for piece in reply.assessment.evidence if piece.criterion == mark.criterion),
        )
        for mark in reply.assessment.marks
    ]
    return tuple(sorted(views, key=lambda view: -view.weight))


def second_looks(reply: Reply) -> tuple[SecondLookView, ...]:
    """What was looked at again, asked for or not. For the author and the desk alone; nothing of an author who was erased."""
    looks: dict[Criterion, SecondLookView] = {}
    given = reply_levels(reply)
    if reply.appeal and reply.appeal.words.text:
        criterion, kept = reply.appeal.criterion, reply.appeal.kept
        level = given.get(criterion)
        state: Literal["open", "kept"] = "kept" if kept else "open"
        looks[criterion] = SecondLookView(criterion, state, reply.appeal.words.text, level, level, kept.text if kept else "")
    for one in reply.overrules:
        earlier = looks.get(one.criterion)
        before = earlier.before if earlier and earlier.state == "changed" else one.before
        asked = earlier.asked if earlier else ""
        looks[one.criterion] = SecondLookView(one.criterion, "changed", asked, before, one.after, one.reason)
    return tuple(looks.values())


def provisional(state: Workshop, scene: Scene, beat: Beat) -> bool:
    """Whether the points of this beat may still move: while the scenes are played, the gallery of other teams may judge it."""
    now = state.round
    if now is None or now.result is not None or not beat.vote_opened or len(beat.replies) < 2:
        return False
    return any(seat.team != scene.team for seat in present_seats(state))


def best_words(reply: Reply, plan: BeatPlan) -> tuple[tuple[int, int], ...]:
    """Up to two spans that earned something in the beat's criteria, in reading order."""
    if reply.assessment is None:
        return ()
    weights = {focus.criterion: focus.weight for focus in plan.focus}
    earned = [piece for piece in reply.assessment.evidence if piece.polarity == "earned" and piece.criterion in weights]
    best = sorted(earned, key=lambda piece: (-weights[piece.criterion], piece.start))[:2]
    return tuple(sorted({(piece.start, piece.end) for piece in best}))


def line_views(state: Workshop, scene: Scene) -> tuple[LineView, ...]:
    """The whole conversation so far: what the customer said, and what they heard: live at once, else after each reveal.

    Of wildcards only the over-the-line one is named: the name of another would give away what it hides.
    """
    return tuple(_line_view(state, beat, one) for beat in scene.beats for one in spoken(beat))


def _line_view(state: Workshop, beat: Beat, one: Line | Reply) -> LineView:
    match one:
        case Line():
            card = one.wildcard if one.abusive else None
            return LineView(one.kind, one.text or ERASED, card, beat.number, name_of(state, one.by))
        case Reply():
            text = "" if one.reported else text_of(one)
            token = one.token if beat.live else None
            return LineView("turn" if beat.live else "heard", text, None, beat.number, name_of(state, one.seat), token)


def heard_reply(beat: Beat) -> Reply | None:
    """The reply that was heard; ``None`` before the reveal and after silence."""
    if not beat.revealed:
        return None
    return next((reply for reply in beat.replies if reply.token == beat.heard), None)
