"""What the rubric is told about a reply. Knows nothing of how marks are found."""

from collections.abc import Iterator

from game.core.ids import TeamId, Token
from game.core.marks import Context, Turn
from game.core.rules.scoring import reply_levels
from game.core.state import Beat, Line, Reply, Round, Scene, Workshop
from game.core.transcript import before, spoken


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
    earlier = [one for played in scene.beats if played.number < beat.number for one in spoken(played)]
    now_said = before(beat, reply) if beat.live else beat.lines
    history = earlier if not beat.live else [*earlier, *now_said]
    offer = scenario.offer(reply.offer) if reply.offer else None
    marks = [reply_levels(one) for one in history if isinstance(one, Reply)]
    return Context(
        customer=tuple(one.text for one in now_said if isinstance(one, Line) and one.kind != "hold"),
        history=tuple(_turn(one) for one in history),
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


def _turn(one: Line | Reply) -> Turn:
    match one:
        case Line():
            return Turn("agent" if one.kind == "hold" else "customer", one.text)
        case Reply():
            return Turn("agent", one.words.text)
