"""Turns validated content into what the rest of the game reads. Knows nothing of files and faults."""

import hashlib
import json
from typing import Final, get_args

from pydantic import BaseModel

from game.core.badges import Badge, BadgeRule
from game.core.scenario import (
    ActionEffect,
    BeatPlan,
    Echo,
    Fact,
    Focus,
    Mood,
    Offer,
    Persona,
    PracticeReply,
    Return,
    Scenario,
    SuggestedLine,
    Tone,
    Wildcard,
)
from game.library import schema
from game.library.model import NameLists, Tip, WarmUp

TONES: Final[tuple[Tone, ...]] = get_args(Tone)
MOODS: Final[tuple[Mood, ...]] = ("any", "hot", "soft")


def version(content: BaseModel) -> str:
    """The first twelve hex digits of the SHA-256 of the content, however its file is laid out."""
    canonical = json.dumps(content.model_dump(mode="json"), sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()[:12]


def scenario(given: schema.ScenarioIn) -> Scenario:
    """The scenario as the rules read it; ids of lines and wildcards follow from their order."""
    in_focus = {technique for beat in given.beats for technique in beat.techniques} | set(given.techniques)
    return Scenario(
        slug=given.slug,
        version=version(given),
        language=given.language,
        title=given.title,
        summary=given.summary,
        industry=given.industry,
        company=given.company,
        channel=given.channel,
        difficulty=given.difficulty,
        company_at_fault=given.company_at_fault,
        persona=Persona(given.persona.name, given.persona.avatar, given.persona.voice),
        opening=given.opening,
        opening_heat=given.opening_heat,
        story=given.story,
        triggers=tuple(given.triggers),
        softeners=tuple(given.softeners),
        case=given.case,
        policy=tuple(given.policy),
        currency=given.currency,
        authority=given.authority,
        fair_min=given.fair_min,
        fair_max=given.fair_max,
        facts=tuple(Fact(f.id, f.text, f.hidden, f.omission, f.reply.strip(), tuple(f.asked)) for f in given.facts),
        offers=tuple(Offer(o.id, o.label, o.cost, o.creative, o.reaction) for o in given.offers),
        effects=tuple(ActionEffect(e.action, tuple(e.facts), e.due_in, e.result, e.reaction) for e in given.effects),
        wildcards=_wildcards(given.wildcards),
        beats=tuple(_beat(beat) for beat in given.beats),
        silence=given.silence,
        outcomes=tuple(given.outcomes.items()),
        word_of_mouth=tuple(given.word_of_mouth.items()),
        techniques=tuple(technique for technique in schema.TECHNIQUES if technique in in_focus),
        apology=given.apology,
        limited_recourse=given.limited_recourse,
        sequel_of=given.sequel_of or "",
        echoes=tuple(
            Echo(f"{tone}-{number}", text, tone)
            for tone in TONES
            for number, text in enumerate(getattr(given.echoes, tone), start=1)
        ),
        returns=tuple(Return(one.outcome, one.heat, one.opening) for one in given.returns),
    )


def _wildcards(cards: list[schema.WildcardIn]) -> tuple[Wildcard, ...]:
    return tuple(
        Wildcard(f"card-{number}", card.kind, card.text, card.abusive, card.from_beat) for number, card in enumerate(cards, 1)
    )


def _beat(beat: schema.BeatIn) -> BeatPlan:
    moods = ((mood, text) for mood in MOODS for text in getattr(beat.lines, mood))
    return BeatPlan(
        kind=beat.kind,
        goal=beat.goal,
        focus=tuple(Focus(f.criterion, f.weight, f.example) for f in beat.focus),
        techniques=tuple(beat.techniques),
        lines=tuple(SuggestedLine(f"{beat.kind}-{number}", text, mood) for number, (mood, text) in enumerate(moods, 1)),
        need=beat.need,
        practice=tuple(PracticeReply(p.quality, p.text, tuple(p.actions), p.offer, p.why) for p in beat.practice),
    )


def badge(given: schema.BadgeIn) -> Badge:
    """The badge as the rules read it."""
    rule = given.rule
    return Badge(
        id=given.id,
        name=given.name,
        icon=given.icon,
        description=given.description,
        tier=given.tier,
        rule=BadgeRule(
            kind=rule.kind,
            count=rule.count,
            criterion=rule.criterion,
            threshold=rule.threshold,
            ended_at_most=rule.ended_at_most,
            outcome=rule.outcome,
            heard_only=rule.heard_only,
        ),
    )


def tip(given: schema.TipIn) -> Tip:
    """The coaching tip for one technique."""
    return Tip(given.technique, given.title, given.tip, given.say, given.avoid)


def warmup(given: schema.WarmUpIn) -> WarmUp:
    """The warm-up, its replies without actions."""
    replies = tuple(PracticeReply(reply.quality, reply.text, (), None, reply.why) for reply in given.replies)
    return WarmUp(given.situation, given.customer, replies, given.worst)


def names(given: schema.NamesIn) -> NameLists:
    """The word lists, ready for the name check."""
    return NameLists(
        adjectives=tuple(given.adjectives),
        nouns=tuple(given.nouns),
        avatars=tuple(given.avatars),
        rude_words=frozenset(given.rude_words),
        slurs=frozenset(given.slurs),
        rude_parts=frozenset(given.rude_parts),
    )
