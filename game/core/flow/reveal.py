"""Puts together what a reveal fixes: points, the heard reply, heat, facts, offers, promises. Knows no phases."""

from collections.abc import Sequence

from game.core import events as e
from game.core.clock import Hold
from game.core.ids import TeamId, Token
from game.core.marks import Level
from game.core.rules import bradley_terry, heat, outcome, promises, scoring, voting
from game.core.scenario import Scenario
from game.core.settings import EVEN_POINTS, EVEN_POINTS_ALONE, beat_times
from game.core.state import Beat, Line, Reply, ReplyPoints, Round, Scene, Workshop
from game.core.turn import Turn


def strengths(state: Workshop, beat: Beat) -> dict[Token, float]:
    """The fitted strength of every reply of a beat.

    The model is one for the whole room, but no duel crosses teams: with the normal prior it falls apart into one fit
    for each team, with the same result.
    """
    tokens = sorted(reply.token for reply in beat.replies)
    duels = (bradley_terry.Comparison(*duel) for duel in voting.duels(beat, state.seats))
    return bradley_terry.fit(tokens, duels)


def points(state: Workshop, now: Round, scene: Scene, beat: Beat, *, settled: bool) -> dict[Token, ReplyPoints]:
    """The points of every reply of a beat, as far as they are known now."""
    peers = bradley_terry.peer_points(strengths(state, beat))
    met = voting.comparisons(beat)
    return {
        reply.token: scoring.reply_points(
            reply, beat, now.scenario, now.weights, peers, met, settled=settled, limit_set=_limit_set(scene, beat)
        )
        for reply in beat.replies
    }


def _limit_set(scene: Scene, beat: Beat) -> bool:
    """Whether a beat before this one was abusive, or its heard reply set a limit."""
    earlier = [before for before in scene.beats if before.number < beat.number]
    heard = [reply for before in earlier for reply in before.replies if reply.token == before.heard]
    return any(before.abusive for before in earlier) or any("set_limit" in reply.actions for reply in heard)


def points_anew(now: Round, scene: Scene, beat: Beat, reply: Reply) -> ReplyPoints:
    """The points of one reply after its marks have changed: what the peers said stays as it was fitted."""
    old = reply.points
    peers = {reply.token: old.peers} if old and old.peers is not None else {}
    met = {reply.token: old.comparisons} if old else {}
    settled, limit_set = old.settled if old else False, _limit_set(scene, beat)
    return scoring.reply_points(reply, beat, now.scenario, now.weights, peers, met, settled=settled, limit_set=limit_set)


def reveal(turn: Turn, team: TeamId, beats: int) -> None:
    """Emit the reveal of the scene's last beat; `beats` is how many this scene will play."""
    scene = turn.scene(team)
    beat = scene.beats[-1]
    scenario = turn.round.scenario
    given = points(turn.state, turn.round, scene, beat, settled=False)
    chosen = scoring.heard_reply(beat, given)
    heard = next((reply for reply in beat.replies if reply.token == chosen), None)
    effective = _effective(beat, heard)
    marks = [scoring.reply_levels(reply) for reply in effective]
    follow_through = max((level for levels in marks if (level := levels.get("follow_through")) is not None), default=None)
    ledger, broken = promises.ledger(scene.promises, effective, follow_through, beat.number, beats, scenario)
    learnt = disclosed(effective, scene, scenario)
    deeds = heat.Deeds(
        interruptions=sum(reply.interrupted for reply in beat.replies),
        broken=broken,
        silent_wait=any(_waits_unwarned(r, m.get("informing"), scenario) for r, m in zip(effective, marks, strict=True)),
        unanswered=beat.silences,
        omission_found=any(fact.omission and fact.id in (*beat.disclosed, *learnt) for fact in scenario.facts),
        fair_offer=_first_fair_offer(effective, scene, scenario),
    )
    even = EVEN_POINTS_ALONE if len(beat.eligible) == 1 else EVEN_POINTS
    turns = [given[reply.token] for reply in effective] if beat.live else ()
    steps = heat.steps(given[chosen] if chosen else None, deeds, turns, even)
    hold: tuple[Hold, ...] = ("gather",) if turn.round.gathering else ()
    turn.emit(
        e.BeatRevealed(
            team=team,
            points=tuple(given.items()),
            heard=chosen,
            steps=steps,
            heat=heat.after(scene.heat, steps),
            disclosed=learnt,
            offer=next((reply.offer for reply in reversed(effective) if reply.offer), None),
            promises=ledger,
            clock=turn.clock(beat_times(len(beat.eligible)).reveal, team, *hold),
        )
    )


def _effective(beat: Beat, heard: Reply | None) -> tuple[Reply, ...]:
    """What takes effect: the heard reply, or every turn of a live beat that is not covered."""
    if beat.live:
        return tuple(reply for reply in beat.replies if not reply.reported)
    return (heard,) if heard else ()


def _waits_unwarned(reply: Reply, informing: Level | None, scenario: Scenario) -> bool:
    """Whether the customer sits there while something is looked up, and nobody said so. Nobody sits over an email."""
    return "look_up" in reply.actions and informing == 0 and scenario.channel != "email"


def _first_fair_offer(effective: Sequence[Reply], scene: Scene, scenario: Scenario) -> bool:
    made = [offer for reply in effective if reply.offer and (offer := scenario.offer(reply.offer))]
    return any(outcome.is_fair(offer, scenario) for offer in made) and not outcome.fair_offer(scene, scenario)


def disclosed(effective: Sequence[Reply], scene: Scene, scenario: Scenario) -> tuple[str, ...]:
    """Hidden facts that come out now: those the customer ticked on what they heard, and what a look-up brings up."""
    wanted = {fact for reply in effective for fact in (*reply.ticked, *_looked_up(reply, scenario))}
    return tuple(fact.id for fact in scenario.facts if fact.hidden and fact.id in wanted and fact.id not in scene.facts)


def _looked_up(reply: Reply, scenario: Scenario) -> tuple[str, ...]:
    return tuple(fact for action in reply.actions if (effect := scenario.effect(action)) for fact in effect.facts)


def reactions(scene: Scene, scenario: Scenario) -> tuple[Line, ...]:
    """What the customer says first in the next beat: about a wait without a word, facts that came out, the offer, the
    actions, or the silence.

    Nothing that they have said before: whoever looks up twice hears of it once. In a live scene they have spoken for
    themselves already, but for what they say when nobody answered at all.
    """
    said = {line.text for beat in scene.beats for line in beat.lines}
    return tuple(line for line in _answers(scene, scenario) if line.text not in said)


def _answers(scene: Scene, scenario: Scenario) -> tuple[Line, ...]:
    beat = scene.beats[-1]
    heard = next((reply for reply in beat.replies if reply.token == beat.heard), None)
    if heard is None:
        return (Line("silence", scenario.silence),)
    if beat.live:
        return ()
    facts = [fact for name in beat.disclosed if (fact := scenario.fact(name))]
    lines = [_are_you_there(scenario)] if any(step.reason == "silent_wait" for step in beat.steps) else []
    lines.extend(Line("fact", fact.reply) for fact in facts if fact.reply)
    offer = scenario.offer(heard.offer) if heard.offer else None
    if offer:
        lines.append(Line("reaction", offer.reaction))
    effects = [effect for action in heard.actions if (effect := scenario.effect(action))]
    lines.extend(Line("reaction", effect.reaction) for effect in effects if effect.reaction)
    return tuple(lines)


def _are_you_there(scenario: Scenario) -> Line:
    """Whoever was left waiting without a word asks: in their own words where they have some."""
    own = next((card.text for card in scenario.wildcards if card.kind == "are_you_there"), "")
    return Line("reaction", own or "Hello? Are you there?")
