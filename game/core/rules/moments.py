"""What team-mates noticed at the turns of a live beat, and which turns are put to the vote for it. Knows no ballots."""

from game.core.ids import Token
from game.core.settings import MOST_DUELLED
from game.core.state import Beat, MomentKind, Reply


def tally(beat: Beat, token: Token, kind: MomentKind) -> int:
    """How many noticed this at this turn."""
    return sum(moment.token == token and moment.kind == kind for moment in beat.moments)


def duelled(beat: Beat) -> tuple[Token, ...]:
    """The turns to compare, at most four, in the order they came: most moments first, then the longest, then by token."""

    def order(reply: Reply) -> tuple[int, int, str]:
        noticed = sum(moment.token == reply.token for moment in beat.moments)
        return (-noticed, -len(reply.words.text), reply.token)

    chosen = {reply.token for reply in sorted(beat.replies, key=order)[:MOST_DUELLED]}
    return tuple(reply.token for reply in beat.replies if reply.token in chosen)
