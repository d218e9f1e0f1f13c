"""Whom a scene waits for right now. Knows nothing of how that is shown."""

from game.core.flow.scenes import customer_done, voters_done
from game.core.ids import SeatId
from game.core.rules import casting
from game.core.seating import counts, members, sent
from game.core.state import Scene, Workshop
from game.core.transcript import customer_waits


def waiting_for(state: Workshop, scene: Scene) -> tuple[SeatId, ...]:
    """Seats that still have something to do before the scene moves on; absent ones are not waited for.

    They come in the order in which they joined, which tells nobody who plays the customer.
    """
    beat = scene.beat
    match scene.phase:
        case "casting":
            asked = [seat.id for seat in casting.candidates(state, scene)]
            return tuple(seat for seat in asked if seat not in scene.answered)
        case "briefing" | "ready" | "reveal":
            missing = [seat for seat in members(state, scene) if seat not in scene.ready]
        case "floor":
            missing = [scene.acting_customer] if scene.acting_customer else []
        case "reply" if beat is not None:
            missing = [seat for seat in beat.eligible if seat not in sent(beat)]
        case "live" if beat is not None:
            missing = [seat for seat in (beat.on_line if customer_waits(beat) else scene.acting_customer,) if seat]
        case "vote" if beat is not None:
            missing = [seat for seat in beat.plans if seat not in voters_done(beat)]
            if scene.acting_customer and not customer_done(beat):
                missing.append(scene.acting_customer)
        case _:
            return ()
    return tuple(seat for seat in state.seats if seat in missing and counts(state, seat))
