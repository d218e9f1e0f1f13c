"""Which duel a waiting seat may judge. Knows nothing of what the ballot counts for."""

from collections.abc import Iterator
from itertools import combinations

from game.core.chance import draw
from game.core.ids import SeatId
from game.core.seating import compared, scene_of, sent
from game.core.settings import MOST_DUELS
from game.core.state import Beat, GalleryDuel, Pair, Scene, Workshop


def is_waiting(state: Workshop, seat: SeatId) -> bool:
    """Whether this seat has nothing of its own to do right now in a round that is being played."""
    if state.round is None or state.round.stage != "playing" or seat not in state.seats or state.seats[seat].gone:
        return False
    scene = scene_of(state, seat)
    if scene is None or scene.phase == "outcome" or seat in scene.watchers:
        return True
    beat = scene.beat
    if beat is None or scene.phase not in ("floor", "reply", "live", "vote"):
        return False
    if seat == scene.acting_customer:
        return scene.phase == "vote" and all(reply.customer_mark is not None for reply in beat.replies)
    if seat not in beat.eligible:
        return True
    if scene.phase == "vote":
        done = {ballot.pair for ballot in beat.ballots if ballot.voter == seat}
        return all(pair in done for pair in beat.plans.get(seat, ()))
    return not beat.live and seat in sent(beat)


def may_judge(state: Workshop, seat: SeatId, scene: Scene, beat: Beat) -> bool:
    """Never the own team, and never a beat that the seat must still answer itself."""
    own = scene_of(state, seat)
    if own is not None and own.team == scene.team:
        return False
    if own is None or seat in own.watchers or own.phase == "outcome" or seat in (own.customer, own.standin):
        return True
    if len(own.beats) != beat.number:
        return len(own.beats) > beat.number
    mine = own.beats[-1]
    return own.phase in ("vote", "reveal") or (
        own.phase in ("floor", "reply", "live") and (seat not in mine.eligible or (not mine.live and seat in sent(mine)))
    )


def _open_beats(state: Workshop, seat: SeatId) -> Iterator[tuple[Scene, Beat]]:
    for scene in state.round.scenes.values() if state.round else ():
        for beat in scene.beats:
            judged = sum(ballot.voter == seat for ballot in beat.ballots)
            if beat.vote_opened and judged < MOST_DUELS and may_judge(state, seat, scene, beat):
                yield scene, beat


def deal(state: Workshop, seat: SeatId) -> GalleryDuel | None:
    """The least compared pair that this seat may judge and has not judged; ties fall by chance, the same every time."""
    best: tuple[tuple[int, int], GalleryDuel] | None = None
    for scene, beat in _open_beats(state, seat):
        judged = {frozenset((ballot.pair.left, ballot.pair.right)) for ballot in beat.ballots if ballot.voter == seat}
        readable = sorted(reply.token for reply in compared(beat) if reply.readable and reply.seat != seat)
        for one, two in combinations(readable, 2):
            both = frozenset((one, two))
            if both in judged:
                continue
            met = sum(both == {ballot.pair.left, ballot.pair.right} for ballot in beat.ballots)
            luck = draw(state.seed, "gallery", seat, one, two)
            if best is None or (met, luck) < best[0]:
                pair = Pair(one, two) if luck % 2 else Pair(two, one)
                best = ((met, luck), GalleryDuel(scene.team, beat.number, pair))
    return best[1] if best else None


def still_open(state: Workshop, seat: SeatId) -> bool:
    """Whether the duel that this seat holds can still be judged."""
    duel = state.gallery.get(seat)
    if duel is None or state.round is None or state.round.stage != "playing":
        return False
    scene = state.round.scenes.get(duel.team)
    beat = scene.beats[duel.beat - 1] if scene and len(scene.beats) >= duel.beat else None
    if scene is None or beat is None:
        return False
    unreadable = {reply.token for reply in beat.replies if not reply.readable}
    return not unreadable & {duel.pair.left, duel.pair.right}
