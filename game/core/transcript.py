"""The conversation of a beat in the order in which it was spoken. Knows nothing of who may read it."""

from collections.abc import Iterator

from game.core.state import Beat, Line, Reply


def spoken(beat: Beat) -> Iterator[Line | Reply]:
    """What the customer said and what they heard: every turn of a live beat as it came, else the heard reply at the end."""
    if not beat.live:
        yield from beat.lines
        yield from (reply for reply in beat.replies if beat.revealed and reply.token == beat.heard)
        return
    for turn, reply in enumerate((*beat.replies, None)):
        yield from (line for line in beat.lines if line.after == turn)
        if reply is not None:
            yield reply


def before(beat: Beat, reply: Reply) -> tuple[Line | Reply, ...]:
    """What had been said in this live beat when this turn was sent."""
    said = tuple(spoken(beat))
    place = next(number for number, one in enumerate(said) if isinstance(one, Reply) and one.token == reply.token)
    return said[:place]


def customer_waits(beat: Beat) -> bool:
    """Whether the last word of a live beat was the customer's (a hold notice is nobody's answer)."""
    last = [one for one in spoken(beat) if isinstance(one, Reply) or one.kind != "hold"][-1:]
    return any(not isinstance(one, Reply) for one in last)
