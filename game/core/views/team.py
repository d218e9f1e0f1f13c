"""What one team sees of its scene: everybody in it, its agents, its customer. Grants each only their own part."""

from dataclasses import replace

from game.core.deciding.scene import echoes_dealt, wildcards_dealt
from game.core.documents import (
    ActionView,
    BlindReply,
    CardDocument,
    CaseDocument,
    ClockView,
    EchoChoice,
    ExchangeView,
    FactView,
    HeardView,
    IncomingReply,
    LineChoice,
    MarkView,
    OfferView,
    OtherView,
    OutcomeView,
    PromiseView,
    RevealView,
    SceneDocument,
    StepView,
    WildcardChoice,
)
from game.core.flow.scenes import beats_planned
from game.core.ids import Instant, Millis, SeatId
from game.core.rounding import whole
from game.core.rules import moments
from game.core.rules.results import heat_curve
from game.core.scenario import Scenario
from game.core.seating import compared
from game.core.settings import BREATHS_HEAT, LIGHT_HEAT, MOST_TURNS, TAP_IN_AFTER
from game.core.state import Beat, Reply, Round, Scene, Workshop
from game.core.views.pieces import (
    best_words,
    blind,
    clock_view,
    focus_views,
    heard_reply,
    heat_view,
    line_views,
    mark_views,
    name_of,
    offer_label,
    provisional,
    text_of,
)
from game.core.views.waiting import waiting_for


def scene_document(state: Workshop, now: Round, scene: Scene) -> SceneDocument:
    """For everyone in the team: the conversation, who is in, blind replies in the vote, the reveal, the outcome."""
    beat, scenario = scene.beat, now.scenario
    team = state.teams.get(scene.team)
    return SceneDocument(
        team=scene.team,
        name=team.name if team else "",
        phase=scene.phase,
        clock=clock_view(scene.clock),
        mode=now.mode,
        exchange=_exchange(scene, beat) if beat and beat.live and scene.phase in ("floor", "live") else None,
        round=now.number,
        beat=len(scene.beats),
        beats=beats_planned(now, scene),
        kind=beat.plan.kind if beat else None,
        goal=beat.plan.goal if beat else now.plan[0].goal,
        closing=beat.closing if beat else False,
        channel=scenario.channel,
        company=scenario.company,
        scenario=scenario.title,
        language=scenario.language,
        summary=scenario.summary,
        persona=scenario.persona.name,
        persona_avatar=scenario.persona.avatar,
        customer_seat=_known_customer(scene),
        heat=heat_view(scene.heat),
        breaths=scene.heat >= BREATHS_HEAT,
        light=scene.heat <= LIGHT_HEAT,
        yielded=beat.yielded is not None if beat else False,
        focus=focus_views(beat.plan if beat else now.plan[0]),
        lines=line_views(state, scene) if scene.phase not in ("casting", "briefing", "ready") or len(scene.beats) > 1 else (),
        facts=tuple(fact.text for fact in scenario.facts if fact.id in scene.facts),
        promises=tuple(PromiseView(p.action, p.made, p.due, p.state) for p in scene.promises),
        eligible=beat.eligible if beat else (),
        sent=len(beat.replies) if beat else 0,
        waiting_for=() if scene.phase in ("casting", "floor", "reply", "live") else waiting_for(state, scene),
        replies=_blind_replies(scenario, scene, beat),
        reveal=_reveal(state, scenario, scene, beat)
        if beat and beat.revealed and scene.phase in ("reveal", "outcome")
        else None,
        outcome=_outcome(scenario, scene),
        going_on=len(scene.going_on),
    )


def _exchange(scene: Scene, beat: Beat) -> ExchangeView:
    return ExchangeView(
        line=beat.line,
        turns=len(beat.replies),
        turns_left=max(0, MOST_TURNS - len(beat.replies)),
        patience=_patience(scene, beat),
        holding=beat.holding,
        tap_in_from=Instant(beat.line_since + TAP_IN_AFTER),
    )


def _patience(scene: Scene, beat: Beat) -> ClockView | None:
    """The scene's clock as far as it is the customer's patience; ``None`` where nobody keeps them waiting."""
    clock, end = scene.clock, beat.answer_by
    if end is None or scene.phase != "live" or (clock.deadline is None and clock.left is None):
        return None
    deadline = None if clock.deadline is None else Instant(clock.deadline - end)
    left = None if clock.left is None else Millis(max(0, clock.left - end))
    return ClockView(None, deadline, left, clock.held)


def _known_customer(scene: Scene) -> SeatId | None:
    """Who plays, once the card is open: until then it can be passed on, unseen by the others."""
    known = scene.phase not in ("casting", "briefing") or scene.acting_customer in scene.opened
    return scene.acting_customer if known else None


def _blind_replies(scenario: Scenario, scene: Scene, beat: Beat | None) -> tuple[BlindReply, ...]:
    if beat is None or scene.phase != "vote":
        return ()
    return tuple(blind(scenario, reply) for reply in sorted(compared(beat), key=lambda reply: reply.token))


def _reveal(state: Workshop, scenario: Scenario, scene: Scene, beat: Beat) -> RevealView:
    heard = heard_reply(beat)
    others = [reply for reply in beat.replies if reply.token != beat.heard]
    if not beat.live:  # the order in which they came would tell who was quick
        others.sort(key=lambda reply: reply.token)
    return RevealView(
        heard=_heard(state, scenario, scene, heard, beat) if heard else None,
        others=tuple(_other(reply, beat) for reply in others),
        need=beat.need,
        heat_before=beat.heat_before,
        heat_after=beat.heat_after if beat.heat_after is not None else beat.heat_before,
        steps=tuple(StepView(step.reason, step.change, step.sentence) for step in beat.steps),
        disclosed=tuple(fact.text for fact in scenario.facts if fact.id in beat.disclosed),
        silence="" if heard else scenario.silence,
    )


def _heard(state: Workshop, scenario: Scenario, scene: Scene, reply: Reply, beat: Beat) -> HeardView:
    covered = reply.reported
    return HeardView(
        token=reply.token,
        seat=reply.seat,
        name=name_of(state, reply.seat),
        text="" if covered else text_of(reply),
        actions=reply.actions,
        offer=offer_label(scenario, reply),
        points=reply.points,
        customer_mark=reply.customer_mark,
        marks=() if covered else _public_marks(reply, beat),
        by_clock=reply.by_clock,
        provisional=provisional(state, scene, beat),
        calmed=moments.tally(beat, reply.token, "calmed"),
        stung=moments.tally(beat, reply.token, "stung"),
    )


def _public_marks(reply: Reply, beat: Beat) -> tuple[MarkView, ...]:
    """What earned the heard reply its points. Lost words and what the next level takes are its author's alone."""
    return tuple(
        replace(mark, next="", evidence=tuple(piece for piece in mark.evidence if piece.polarity == "earned"))
        for mark in mark_views(reply, beat.plan)
        if mark.weight
    )


def _other(reply: Reply, beat: Beat) -> OtherView:
    if reply.reported:
        return OtherView(reply.token, "", (), None, covered=True)
    total = whole(reply.points.total) if reply.points else None
    calmed, stung = (moments.tally(beat, reply.token, kind) for kind in ("calmed", "stung"))
    return OtherView(
        reply.token, text_of(reply), best_words(reply, beat.plan), total, covered=False, calmed=calmed, stung=stung
    )


def _outcome(scenario: Scenario, scene: Scene) -> OutcomeView | None:
    if scene.outcome is None:
        return None
    return OutcomeView(
        kind=scene.outcome,
        line=dict(scenario.outcomes).get(scene.outcome, ""),
        word_of_mouth=dict(scenario.word_of_mouth).get(scene.outcome, ""),
        heat=heat_curve(scene),
        step_out=scene.step_out.text if scene.step_out else "",
        thanks=len(scene.thanks),
    )


def case_document(state: Workshop, now: Round, scene: Scene) -> CaseDocument:
    """For the agents: policy, authority, actions and offers, what their actions have brought up, and who still writes."""
    scenario = now.scenario
    taken = [action for beat in scene.beats for reply in _effective(beat) for action in reply.actions]
    results = {action: effect.result for action in taken if (effect := scenario.effect(action)) and effect.result}
    return CaseDocument(
        team=scene.team,
        company=scenario.company,
        case=scenario.case,
        policy=scenario.policy,
        currency=scenario.currency,
        authority=scenario.authority,
        actions=(*(effect.action for effect in scenario.effects), *(("offer",) if scenario.offers else ())),
        offers=tuple(OfferView(o.id, o.label, o.cost, o.cost > scenario.authority) for o in scenario.offers),
        results=tuple(ActionView(action, result) for action, result in results.items()),
        writing=waiting_for(state, scene) if scene.phase == "reply" else (),
    )


def _effective(beat: Beat) -> tuple[Reply, ...]:
    """The replies whose actions have taken effect: the heard one, in a live beat every turn at once."""
    heard = heard_reply(beat)
    return beat.replies if beat.live else (heard,) if heard else ()


def card_document(state: Workshop, now: Round, scene: Scene) -> CardDocument:
    """For the acting customer: the story, what is hidden, what to say, and the replies unnamed as they come."""
    scenario, beat = now.scenario, scene.beat
    persona = scenario.persona
    opened = scene.acting_customer in scene.opened or scene.phase not in ("casting", "briefing")
    if not opened:
        return CardDocument(
            team=scene.team, opened=False, persona=persona.name, avatar=persona.avatar, voice=persona.voice,
            story="", triggers=(), softeners=(), facts=(), echoes=(), lines=(), wildcards=(), incoming=(), need=None,
        )  # fmt: skip
    said = {line.authored for done in scene.beats for line in done.lines}
    playable = beat is not None and scene.phase in ("ready", "floor", "reply", "live", "vote")
    return CardDocument(
        team=scene.team,
        opened=True,
        persona=persona.name,
        avatar=persona.avatar,
        voice=persona.voice,
        story=scenario.story,
        triggers=scenario.triggers,
        softeners=scenario.softeners,
        facts=tuple(FactView(f.id, f.text, f.hidden, f.omission, f.id in scene.facts) for f in scenario.facts),
        echoes=_echo_choices(scene, scenario, said) if beat and playable else (),
        lines=_line_choices(scene, beat, said) if beat and playable else (),
        wildcards=tuple(
            WildcardChoice(card.id, card.kind, card.text, card.id in scene.wildcards or card.text in said)
            for card in wildcards_dealt(state, scene, scenario)
        ),
        incoming=_incoming(scenario, scene, beat) if beat and playable else (),
        need=beat.need if beat else None,
    )


def _echo_choices(scene: Scene, scenario: Scenario, said: set[str]) -> tuple[EchoChoice, ...]:
    return tuple(EchoChoice(echo.id, echo.text, echo.tone, echo.text in said) for echo in echoes_dealt(scene, scenario))


def _line_choices(scene: Scene, beat: Beat, said: set[str]) -> tuple[LineChoice, ...]:
    """The beat's lines, those that fit the present heat first."""
    mood = "hot" if scene.heat >= 50 else "soft"
    ordered = sorted(beat.plan.lines, key=lambda line: (line.mood not in (mood, "any"), line.mood != mood))
    return tuple(LineChoice(line.id, line.text, line.mood, line.text in said) for line in ordered)


def _incoming(scenario: Scenario, scene: Scene, beat: Beat) -> tuple[IncomingReply, ...]:
    replies = beat.replies if beat.live else sorted(beat.replies, key=lambda reply: reply.token)
    return tuple(
        IncomingReply(
            token=reply.token,
            text="" if reply.reported else text_of(reply),
            actions=() if reply.reported else reply.actions,
            offer=None if reply.reported else offer_label(scenario, reply),
            mark=reply.customer_mark,
            ticked=reply.ticked,
            suggested=suggested_facts(scenario, scene, reply),
            covered=reply.reported,
        )
        for reply in replies
    )


def suggested_facts(scenario: Scenario, scene: Scene, reply: Reply) -> tuple[str, ...]:
    """Hidden facts that a reply seems to ask about, by the words they are authored with. The customer's tick decides."""
    text = reply.words.text.lower()
    hidden = [fact for fact in scenario.facts if fact.hidden and fact.id not in scene.facts]
    return tuple(fact.id for fact in hidden if any(words in text for words in fact.asked))
