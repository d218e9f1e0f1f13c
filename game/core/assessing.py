"""What the rubric is told about a reply. Knows nothing of how marks are found."""

from collections.abc import Iterator

from game.core.ids import TeamId, Token
from game.core.marks import Context, Turn
from game.core.rules.scoring import reply_levels
from game.core.state import Beat, Reply, Round, Scene, Workshop


def unmarked(state: Workshop) -> Iterator[tuple[TeamId, Token]]:
    """Replies of the running round that have no marks yet."""
    for scene in state.round.scenes.values() if state.round else ():
        for beat in scene.beats:
            for reply in beat.replies:
                if reply.assessment is None and reply.words.text:
                    yield scene.team, reply.token


def context(state: Workshop, team: TeamId, token: Token) -> tuple[str, Context] | None:
    """The reply's text and its context; ``None`` where it is no longer there."""
    scene = state.round.scenes.get(team) if state.round else None
    for beat in scene.beats if scene else ():
        for reply in beat.replies:
            if reply.token == token and state.round is not None and scene is not None:
                return reply.words.text, _context(state.round, scene, beat, reply)
    return None


def _context(now: Round, scene: Scene, beat: Beat, reply: Reply) -> Context:
    scenario = now.scenario
    earlier = [before for before in scene.beats if before.number < beat.number]
    offer = scenario.offer(reply.offer) if reply.offer else None
    marks = [reply_levels(heard) for before in earlier if (heard := _heard(before))]
    return Context(
        customer=tuple(line.text for line in beat.lines),
        history=tuple(_history(earlier)),
        beat=beat.plan.kind,
        channel=scenario.channel,
        language=scenario.language,
        abusive=beat.abusive,
        closing=beat.closing,
        floor_yielded=not reply.interrupted,
        company_at_fault=scenario.company_at_fault,
        facts=tuple(fact.text for fact in scenario.facts if not fact.hidden or fact.id in scene.facts),
        actions=reply.actions,
        offered=offer.cost if offer else None,
        fair_min=scenario.fair_min,
        fair_max=scenario.fair_max,
        authority=scenario.authority,
        currency=scenario.currency,
        earlier_apologies=sum((given.get("apology") or 0) >= 1 for given in marks),
        earlier_promises=len(scene.promises),
    )


def _heard(beat: Beat) -> Reply | None:
    return next((reply for reply in beat.replies if reply.token == beat.heard), None)


def _history(beats: list[Beat]) -> Iterator[Turn]:
    for beat in beats:
        for line in beat.lines:
            yield Turn("customer", line.text)
        heard = _heard(beat)
        if heard is not None:
            yield Turn("agent", heard.words.text)
