"""Who may see which text, written down from the rules of play alone, for the canary test. Knows nothing of documents.

An audience is a seat, "desk" or "stage". Whatever has no rule here may be seen by nobody.
"""

from collections.abc import Callable
from typing import Final

from game.core.ids import SeatId, Token
from game.core.state import Beat, Reply, Scene, Workshop

Rule = Callable[[Workshop, str, str], bool]


def may_see(state: Workshop, audience: str, kind: str, name: str) -> bool:
    """Whether the rules let this audience see this text now."""
    return RULES.get(kind, _nobody)(state, audience, name)


# --- who somebody is


def _own(state: Workshop, audience: str) -> Scene | None:
    """The scene of this seat's team."""
    seat = state.seats.get(SeatId(audience))
    if seat is None or seat.gone or state.round is None or seat.team is None or state.phase != "round":
        return None
    return state.round.scenes.get(seat.team)


def _is_customer(scene: Scene | None, audience: str) -> bool:
    return scene is not None and (scene.standin or scene.customer) == audience


def _is_agent(scene: Scene | None, audience: str) -> bool:
    """Whoever neither plays, nor played and was replaced, nor only watches; during casting nobody is anything yet."""
    if scene is None or scene.phase == "casting":
        return False
    return audience not in (scene.customer, scene.standin) and audience not in scene.watchers


def _judged(state: Workshop, audience: str) -> tuple[Scene, Beat] | None:
    """The beat of another team from which this seat was dealt a duel."""
    duel = state.gallery.get(SeatId(audience))
    if duel is None or state.round is None:
        return None
    scene = state.round.scenes[duel.team]
    return scene, scene.beats[duel.beat - 1]


def _reply(state: Workshop, token: str) -> tuple[Scene, Beat, Reply] | None:
    for scene in state.round.scenes.values() if state.round else ():
        for beat in scene.beats:
            for reply in beat.replies:
                if reply.token == token:
                    return scene, beat, reply
    return None


def _said(beat: Beat, text: str) -> bool:
    return any(line.text == text for line in beat.lines)


# --- the rules


def _nobody(state: Workshop, audience: str, name: str) -> bool:
    return False


def _conversation(text: Callable[[str], str]) -> Rule:
    """What the customer has said: their team, and whoever judges that beat."""

    def rule(state: Workshop, audience: str, name: str) -> bool:
        own, judged = _own(state, audience), _judged(state, audience)
        heard = own is not None and any(_said(beat, text(name)) for beat in own.beats)
        return heard or (judged is not None and _said(judged[1], text(name)))

    return rule


def _opening(state: Workshop, audience: str, name: str) -> bool:
    own = _own(state, audience)
    begun = own is not None and bool(own.beats) and (own.phase != "ready" or len(own.beats) > 1)
    return begun or _judged(state, audience) is not None


def _card(state: Workshop, audience: str, name: str) -> bool:
    """The role card: its customer alone, once they have opened it (or the briefing is over)."""
    own = _own(state, audience)
    return own is not None and _is_customer(own, audience) and (audience in own.opened or own.phase != "briefing")


def _line(state: Workshop, audience: str, name: str) -> bool:
    return _card(state, audience, name) or _conversation(lambda line: f"<<line:{line}>>")(state, audience, name)


def _echo(state: Workshop, audience: str, name: str) -> bool:
    return _card(state, audience, name) or _conversation(lambda echo: f"<<echo:{echo}>>")(state, audience, name)


def _wildcard(state: Workshop, audience: str, name: str) -> bool:
    return _card(state, audience, name) or _conversation(lambda card: f"<<wildcard:{card}>>")(state, audience, name)


def _case(state: Workshop, audience: str, name: str) -> bool:
    return _is_agent(_own(state, audience), audience)


def _fact(state: Workshop, audience: str, name: str) -> bool:
    """A hidden fact: the customer's card, and the team once it is known. Never the room, never the desk."""
    own = _own(state, audience)
    return _card(state, audience, name) or (own is not None and name in own.facts)


def _answer(state: Workshop, audience: str, name: str) -> bool:
    """What the customer says when a fact comes out: their team; a judge only if there is nothing left to ask for."""
    own = _own(state, audience)
    if own is not None and name in own.facts:
        return True
    asks = own is not None and own.phase != "outcome" and _is_agent(own, audience)
    return not asks and _conversation(lambda fact: f"<<answer:{fact}>>")(state, audience, name)


def _result(state: Workshop, audience: str, name: str) -> bool:
    """What an action brought up: agents, once a heard reply (live: any turn) has taken it."""
    own = _own(state, audience)
    if own is None or not _is_agent(own, audience):
        return False
    replies = ((beat, reply) for beat in own.beats for reply in beat.replies if beat.live or reply.token == beat.heard)
    return any(name in reply.actions for _, reply in replies)


def _offer(state: Workshop, audience: str, name: str) -> bool:
    """The offers: agents from the case file, their team once one was made, others once they read a reply with it."""
    own = _own(state, audience)
    if _is_agent(own, audience) or (own is not None and name in own.offers):
        return True
    tokens = (
        [r.token for s in state.round.scenes.values() for b in s.beats for r in b.replies if r.offer == name]
        if state.round
        else []
    )
    return any(_text(state, audience, token) for token in tokens)


def _text(state: Workshop, audience: str, token: str) -> bool:
    """A reply: its author; its customer at once; its team from the vote on, live at once; its judges; the desk after the
    reveal; the room once it is released. A reported one: its author and the desk.
    """
    found = _reply(state, token)
    if found is None:
        return False
    scene, beat, reply = found
    if audience == reply.seat:
        return True
    if audience == "desk" and (beat.revealed or reply.reported):
        return True
    if reply.reported:
        return False
    if reply.released and audience == "stage":
        return True
    duel = state.gallery.get(SeatId(audience))
    if duel is not None and token in (duel.pair.left, duel.pair.right):
        return True
    own = _own(state, audience)
    if own is None or own.team != scene.team:
        return False
    return beat.live or beat.vote_opened or beat.revealed or _is_customer(own, audience)


def _earned(state: Workshop, audience: str, token: str) -> bool:
    """Words that earned something: the author from the reveal on, the desk, and the team where the reply was heard."""
    found = _reply(state, token)
    if found is None or not found[1].revealed:
        return False
    scene, beat, reply = found
    own = _own(state, audience)
    heard = own is not None and own.team == scene.team and beat.heard == token and not reply.reported
    return audience in (reply.seat, "desk") or heard


def _lost(state: Workshop, audience: str, token: str) -> bool:
    """Lost words, and what the next level takes: one's own phone only (and the desk, which can overrule)."""
    found = _reply(state, token)
    return found is not None and found[1].revealed and audience in (found[2].seat, "desk")


def _appeal(state: Workshop, audience: str, name: str) -> bool:
    """Why somebody asked for a second look: they themselves and the desk."""
    return audience in (name.partition(" ")[0], "desk")


def _reason(state: Workshop, audience: str, name: str) -> bool:
    """Why a facilitator changed or kept a mark: the desk and the author of that reply."""
    authors = [
        reply.seat
        for scene in (state.round.scenes.values() if state.round else ())
        for beat in scene.beats
        for reply in beat.replies
        if f"<<reason:{name}>>" in (*(one.reason for one in reply.overrules), _kept(reply))
    ]
    return audience in (*authors, "desk")


def _kept(reply: Reply) -> str:
    return reply.appeal.kept.text if reply.appeal and reply.appeal.kept else ""


def _own_words(state: Workshop, audience: str, name: str) -> bool:
    return name.partition(" ")[0] == audience


def _needed(state: Workshop, audience: str, name: str) -> bool:
    """One thing the customer needed: their team, and the whole room in the debrief."""
    own = _own(state, audience)
    in_debrief = state.round is not None and state.round.stage in ("debrief", "breather", "done")
    return in_debrief or (own is not None and own.customer is not None and name == f"{own.customer} {own.team}")


def _anybody(state: Workshop, audience: str, name: str) -> bool:
    return True


RULES: Final[dict[str, Rule]] = {
    "name": _anybody,
    "opening": _opening,
    "line": _line,
    "echo": _echo,
    "wildcard": _wildcard,
    "said": _conversation(lambda name: f"<<said:{name}>>"),
    "silence": lambda state, audience, name: _own(state, audience) is not None or _judged(state, audience) is not None,
    "reaction": _conversation(lambda name: f"<<reaction:{name}>>"),
    "card": _card,
    "case": _case,
    "fact": lambda state, audience, name: name == "known" or _fact(state, audience, name),
    "answer": _answer,
    "result": _result,
    "offer": _offer,
    "reply": lambda state, audience, name: _text(state, audience, Token(_token_of(state, name))),
    "earned": _earned,
    "cue": _earned,
    "lost": _lost,
    "next": _lost,
    "take": _own_words,
    "aim": _own_words,
    "needed": _needed,
    "appeal": _appeal,
    "reason": _reason,
}


def _token_of(state: Workshop, name: str) -> str:
    """The token of the reply whose text names its round, beat and author."""
    for scene in state.round.scenes.values() if state.round else ():
        for beat in scene.beats:
            for reply in beat.replies:
                if reply.words.text == f"<<reply:{name}>>":
                    return reply.token
    return ""
