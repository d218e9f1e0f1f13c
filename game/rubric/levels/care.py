"""Levels of how the customer is received: listening, empathy, acknowledgement, apology, rapport."""

from typing import Final

from game.core.marks import Level
from game.rubric.cues import Hit
from game.rubric.findings import Findings, Verdict, Verdicts

_LONG: Final = {"chat": 150, "phone": 170, "email": 300}  # words; a reply far over its channel's usual length loses warmth


def listening(findings: Findings, _: Verdicts) -> Verdict:
    """From 0, cut off or interrupted, to 3, an open invitation once they had finished."""
    formula, opened = findings.of("listening", "formula"), findings.of("listening", "open")
    shut = findings.of("listening", "shuts", "cuts_off")
    invites = (*opened, *formula)
    if not findings.context.floor_yielded:
        return Verdict(1, invites) if invites else Verdict(0, shut)
    if shut and not invites:
        return Verdict(0, shut)
    if opened:
        return Verdict(3, invites)
    if formula:
        return Verdict(2, invites)
    return Verdict(1)


def empathy(findings: Findings, _: Verdicts) -> Verdict:
    """From 0, none or denied, to 3, the feeling with this customer's reason for it."""
    denied = findings.of("empathy", "denied")
    reasoned = findings.of("empathy", "reasoned")
    felt = findings.of("empathy", "feeling", "vivid")
    stock = findings.of("empathy", "stock")
    if denied and not (reasoned or felt):
        return Verdict(0, denied)
    if reasoned:
        return Verdict(3, (*reasoned, *felt))
    if felt:
        near = {sentence + step for sentence in findings.sentences(felt) for step in (-1, 0, 1)}
        told = [
            echo
            for number, echo in enumerate(findings.echoes)
            if number in near and not findings.reading.sentences[number].asks
        ]
        reasons = len(frozenset().union(*(echo.told for echo in told))) if told else 0
        own = max(len(findings.echoes[hit.sentence].told) for hit in felt)
        level: Level = 3 if own >= 2 or reasons >= 3 or (len(findings.sentences(felt)) > 1 and reasons >= 2) else 2
        return Verdict(level, felt)
    return Verdict(1, stock) if stock else Verdict(0)


def acknowledgement(findings: Findings, _: Verdicts) -> Verdict:
    """From 0, none or parroted, to 3, the problem with what it means for them."""
    denied = findings.of("acknowledgement", "denied")
    named = findings.of("acknowledgement", "own_words", "detail")
    meant = findings.of("acknowledgement", "meaning")
    asks = {number for number, sentence in enumerate(findings.reading.sentences) if sentence.asks}
    told = [(number, echo) for number, echo in enumerate(findings.echoes) if number not in asks]
    taken = _echo_hits(findings, [number for number, echo in told if echo.told])
    stems = frozenset().union(*(echo.told for _, echo in told)) if told else frozenset()
    own = findings.of("acknowledgement", "own_words")
    hits = (*meant, *named, *taken)
    if denied and not (meant or own):
        return Verdict(0, denied)
    if (meant and (len(stems) >= 2 or own)) or (own and len(stems) >= 4):
        return Verdict(3, hits)
    if own or meant or len(stems) >= 3:
        return Verdict(2 if stems or meant else 1, hits)
    if named or len(stems) >= 2:
        return Verdict(1, hits)
    return Verdict(0)


def _echo_hits(findings: Findings, sentences: list[int]) -> tuple[Hit, ...]:
    found = []
    for number in sentences:
        places = findings.echoes[number].places
        found.append(
            Hit(
                "acknowledgement.story",
                "acknowledgement",
                "detail",
                "earned",
                1,
                "Takes up what this customer told you.",
                places[0],
                places[-1] + 1,
                number,
                "cue",
            )
        )
    return tuple(found)


def apology(findings: Findings, so_far: Verdicts) -> Verdict:
    """From 0, none or refused, to 3, specific, with a corrective action, said once."""
    denied, hedged = findings.of("apology", "denied"), findings.of("apology", "hedged")
    specific, bare = findings.of("apology", "specific"), findings.of("apology", "bare")
    owned = findings.of("apology", "owned")
    said = (*specific, *bare)
    if denied and not specific:
        return Verdict(0, denied)
    mends = so_far.level("solution") >= 2 or so_far.level("follow_through") >= 2
    if hedged and not specific:
        return Verdict(1, hedged)
    if said:
        count = len({hit.sentence for hit in said})
        if findings.context.earlier_apologies >= 2 or (count >= 3 and not mends):
            return Verdict(1, said)
        if specific and mends:
            return Verdict(3 if count < 3 else 2, said)
        return Verdict(2 if specific or mends else 1, said)
    if owned:
        return Verdict(1, owned)
    return Verdict(0)


def rapport(findings: Findings, so_far: Verdicts) -> Verdict:
    """From 0, cold, to 3, a human moment."""
    cold, human = findings.of("rapport", "cold"), findings.of("rapport", "human")
    personal, polite = findings.of("rapport", "personal"), findings.of("rapport", "polite")
    rude = findings.of("composure", "insult", "sarcasm", "mockery")
    blunt = findings.of("composure", "blame", "defence", "policy", "argument", "calm_down", "threat")
    kind = so_far.level("empathy") >= 2
    level: Level = 0
    if rude:
        level = 0
    elif human and not blunt:
        level = 3
    elif (personal or kind) and not blunt:
        level = 2
    elif polite or personal or kind:
        level = 1
    if cold and level > 1:
        level = 1
    words = sum(piece[0].isalnum() for piece in findings.reading.pieces)
    if level >= 2 and words > _LONG[findings.context.channel if findings.context.channel in _LONG else "email"] * 1.5:
        level = 1
    hits = (*human, *personal, *polite) if level else cold
    return Verdict(level, hits)
