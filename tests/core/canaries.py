"""A scenario, replies and marks whose every text can be recognised wherever it turns up. Knows nothing of who may see it."""

import re
from dataclasses import replace
from typing import Final

from game.core.marks import Assessment
from game.core.scenario import Scenario
from game.core.state import Reply
from tests.core.scenarios import assessment, scenario

CANARY: Final = re.compile(r"<<([a-z]+):([^<>]*)>>")


def canary(kind: str, name: object) -> str:
    """A text that occurs nowhere else."""
    return f"<<{kind}:{name}>>"


def found(text: str) -> set[tuple[str, str]]:
    """Every canary in a document, as (kind, name)."""
    return set(CANARY.findall(text))


def marked_scenario() -> Scenario:
    """The kettle, with a canary in every text that somebody may not see."""
    plain = scenario()
    return replace(
        plain,
        opening=canary("opening", ""),
        story=canary("card", "story"),
        triggers=(canary("card", "trigger"),),
        softeners=(canary("card", "softener"),),
        case=canary("case", "case"),
        policy=(canary("case", "policy"),),
        facts=tuple(
            replace(fact, text=canary("fact", fact.id), reply=canary("answer", fact.id) if fact.hidden else "")
            for fact in plain.facts
        ),
        offers=tuple(
            replace(offer, label=canary("offer", offer.id), reaction=canary("reaction", offer.id)) for offer in plain.offers
        ),
        effects=tuple(
            replace(effect, result=canary("result", effect.action), reaction=canary("reaction", effect.action))
            for effect in plain.effects
        ),
        wildcards=tuple(replace(card, text=canary("wildcard", card.id)) for card in plain.wildcards),
        beats=tuple(
            replace(
                beat,
                lines=tuple(replace(line, text=canary("line", line.id)) for line in beat.lines),
                practice=tuple(
                    replace(reply, text=canary("practice", beat.kind), why=canary("practice", "why")) for reply in beat.practice
                ),
            )
            for beat in plain.beats
        ),
        silence=canary("silence", ""),
        echoes=tuple(replace(echo, text=canary("echo", echo.id)) for echo in plain.echoes),
    )


def marked_assessment(reply: Reply) -> Assessment:
    """Marks whose reasons and next steps name the reply's token: in the empathy criterion something was lost."""
    plain = assessment(2, empathy=0)
    return replace(
        plain,
        marks=tuple(replace(mark, next_level=canary("next", reply.token)) for mark in plain.marks),
        evidence=tuple(
            replace(piece, cue=canary("cue", reply.token), reason=canary(piece.polarity, reply.token))
            for piece in plain.evidence
        ),
    )
