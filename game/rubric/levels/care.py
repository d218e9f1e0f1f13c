"""Levels of how the customer is received: listening, empathy, acknowledgement, apology, rapport."""

from dataclasses import replace
from typing import Final

from game.core.marks import Level
from game.rubric.cues import Hit, clause
from game.rubric.findings import Findings, Verdict, Verdicts, held

_LONG: Final = {"chat": 150, "phone": 170, "email": 210}  # words; a reply far over its channel's usual length loses warmth
_SORRY: Final = frozenset({"sorry", "apologise", "apologies", "apology", "apologised"})
_STORY: Final = "Takes up what this customer told you."
_INTERRUPTED: Final = "Sent before they had finished."
_LET_FINISH: Final = "Let them finish first."
_SPOILED: Final = "What stands beside it takes most of it back."
_LEAVE_OUT: Final = "Leave out what takes it back."
_AGAIN: Final = "It has been said twice before, and one more weighs little."
_PILED: Final = "Said over and over, it weighs little."
_ONCE: Final = "Say once what you are sorry for, and what you will do about it."
_MEND: Final = "Mend what went wrong instead of saying sorry again."


def listening(findings: Findings, _: Verdicts) -> Verdict:
    """From 0, cut off or interrupted, to 3, an open invitation once they had finished."""
    formula, opened = findings.of("listening", "formula"), findings.of("listening", "open")
    shut = _beside_no_limit(findings, findings.of("listening", "shuts", "cuts_off"))
    invites = (*opened, *formula)
    if not findings.context.floor_yielded:
        if invites and not shut:
            return Verdict(1, held(invites, _INTERRUPTED), highest=1, instead=_LET_FINISH)
        return Verdict(0, (*_interrupted(findings), *shut), highest=1, instead=_LET_FINISH)
    if shut and not opened:
        return Verdict(0, shut, highest=1)
    if findings.rude() or findings.blunt():
        return Verdict(1, highest=1)
    if opened:
        return Verdict(3, invites)
    return Verdict(2, formula) if formula else Verdict(1)


def _beside_no_limit(findings: Findings, shut: tuple[Hit, ...]) -> tuple[Hit, ...]:
    """Those that are not how a limit on abuse is named: "if it goes on I will end the chat" cuts nobody off."""
    if not findings.context.abusive:
        return shut
    limits = findings.sentences(findings.of("limits", "limit"))
    near = limits | {number + 1 for number in limits}
    return tuple(hit for hit in shut if hit.sentence not in near)


def _interrupted(findings: Findings) -> tuple[Hit, ...]:
    """The first sentence with a word in it, as what came too early."""
    reading = findings.reading
    for number, sentence in enumerate(reading.sentences):
        if reading.words(sentence):
            where = sentence.first, sentence.last, number
            return (Hit("listening.interrupts", "listening", "interrupts", "lost", 0, _INTERRUPTED, *where, "cue"),)
    return ()


def empathy(findings: Findings, so_far: Verdicts) -> Verdict:
    """From 0, none or denied, to 3, the feeling with this customer's reason for it."""
    denied = findings.of("empathy", "denied")
    reasoned, stock = findings.meant("empathy", "reasoned"), findings.meant("empathy", "stock")
    felt = _outside(findings.meant("empathy", "feeling", "vivid"), denied)
    if denied and not (reasoned or felt):
        return Verdict(0, denied, highest=1)
    if spoiled := (*findings.rude(), *findings.blunt()):
        said = (*held((*reasoned, *felt, *stock), _SPOILED), *spoiled)
        return Verdict(1, said, highest=1, instead=_LEAVE_OUT) if stock or reasoned else Verdict(0, highest=1)
    if reasoned:
        return Verdict(3, (*reasoned, *felt))
    if felt:
        return Verdict(3 if _has_reason(findings, felt) else 2, felt)
    if so_far.level("acknowledgement") == 3:  # who says what it means for them has put themselves in their place
        return Verdict(2, so_far.found["acknowledgement"].hits)
    return Verdict(1, stock) if stock else Verdict(0)


def _outside(hits: tuple[Hit, ...], denied: tuple[Hit, ...]) -> tuple[Hit, ...]:
    """Those that do not stand within a denial: who cannot see why somebody is upset has named no feeling."""
    return tuple(hit for hit in hits if not any(hit.first < no.last and no.first < hit.last for no in denied))


def _has_reason(findings: Findings, felt: tuple[Hit, ...]) -> bool:
    """Whether the words around a named feeling take up enough of the customer's own story."""
    named = [hit for hit in felt if hit.sign == "feeling"]
    own = max((len(findings.echoes[hit.sentence].told) for hit in named), default=0)
    near = {sentence + step for sentence in findings.sentences(named) for step in (-1, 0)}
    told = [echo.told for number, echo in enumerate(findings.echoes) if number in near]
    around = len(frozenset[str]().union(*told))
    meant = findings.sentences(findings.of("acknowledgement", "meaning", "own_words")) & findings.sentences(named)
    return own >= 2 or around >= 3 or bool(meant)


def acknowledgement(findings: Findings, _: Verdicts) -> Verdict:
    """From 0, none or parroted, to 3, the problem with what it means for them."""
    denied = findings.of("acknowledgement", "denied")
    named, own = findings.of("acknowledgement", "detail", "record"), findings.of("acknowledgement", "own_words")
    meant = findings.of("acknowledgement", "meaning")
    if findings.rude() or findings.blunt() or (denied and not (own or meant)):
        return Verdict(0, denied, highest=1)
    told = _told_again(findings)
    stems = len(set(told.values()))
    taken = _shown(findings, told)
    hits = (*meant, *own, *named, *taken)
    if (meant and (own or stems >= 2)) or (own and stems >= 4) or stems >= 6:
        return Verdict(3, hits)
    if (own and stems) or (meant and stems) or stems >= 4:
        return Verdict(2, hits)
    if "record" in findings.context.actions and findings.any("acknowledgement", "record"):
        return Verdict(2, (*hits, *findings.of("acknowledgement", "record")))
    beside = findings.of("empathy") or findings.of("apology") or findings.of("solution")
    if own or meant or named or (stems >= 2 and beside) or "record" in findings.context.actions:
        return Verdict(1, hits)
    return Verdict(0)


def _told_again(findings: Findings) -> dict[int, str]:
    """Stems of the story, by piece, in clauses that do not ask, offer, promise, argue or set a limit."""
    named = findings.of("acknowledgement", "own_words", "meaning")
    busy: set[int] = set()
    for hit in (
        *findings.of("solution", "step", "choice", "giveaway", "refusal"),
        *findings.of("follow_through", "promise", "owner", "intention", "someone"),
        *findings.of("limits", "limit", "scold"),
        *findings.of("inquiry"),
        *findings.of("composure"),
        *findings.of("closing"),
    ):
        busy.update(range(*clause(findings.reading, hit.first, hit.last)))
    for hit in named:
        busy.difference_update(range(hit.first, hit.last))
    asked = {number for number, sentence in enumerate(findings.reading.sentences) if sentence.asks} - findings.sentences(named)
    return {
        at: stem
        for number, echo in enumerate(findings.echoes)
        if number not in asked
        for at, stem in echo.at.items()
        if at not in busy
    }


def _shown(findings: Findings, told: dict[int, str]) -> tuple[Hit, ...]:
    """One hit per sentence, from its first told word to its last."""
    found = []
    for number, sentence in enumerate(findings.reading.sentences):
        places = [at for at in told if sentence.first <= at < sentence.last]
        if places:
            found.append(
                Hit(
                    "acknowledgement.story",
                    "acknowledgement",
                    "story",
                    "earned",
                    1,
                    _STORY,
                    min(places),
                    max(places) + 1,
                    number,
                    "cue",
                )
            )
    return tuple(found)


def apology(findings: Findings, so_far: Verdicts) -> Verdict:
    """From 0, none or refused, to 3, specific, with a corrective action, said once."""
    denied, hedged = findings.of("apology", "denied"), findings.of("apology", "hedged")
    specific, bare = findings.meant("apology", "specific"), findings.meant("apology", "bare")
    owned = findings.meant("apology", "owned")
    if owned and not findings.context.company_at_fault:
        # Compassion needs no fault; admitting one that is not there misleads them.
        return Verdict(1, owned, review=True, highest=1)
    said = (*specific, *_begun(specific, bare))
    unsaid: Level = 1 if findings.context.earlier_apologies >= 2 or not findings.context.company_at_fault else 3
    if denied and not specific:
        return Verdict(0, denied, highest=0)
    if (rude := findings.rude()) and said:
        return Verdict(1, (*held(said, _SPOILED), *rude), highest=1, instead=_LEAVE_OUT)
    if hedged:
        return Verdict(1, hedged, highest=1)
    if not said:
        return Verdict(1, owned, highest=unsaid) if owned else Verdict(0, highest=unsaid)
    times = sum(piece in _SORRY for piece in findings.reading.pieces)
    if findings.context.earlier_apologies >= 2:
        return Verdict(1, held(said, _AGAIN), highest=1, instead=_MEND)
    mends = so_far.level("solution") >= 2
    if times >= 3:
        said = held(said, _PILED)
        return Verdict(2, said) if specific and mends else Verdict(1, said, highest=1, instead=_ONCE)
    names = bool(specific) or bool(owned)
    if names and mends:
        return Verdict(3, (*said, *owned))
    return Verdict(2 if names or mends else 1, (*said, *owned))


def _begun(specific: tuple[Hit, ...], bare: tuple[Hit, ...]) -> tuple[Hit, ...]:
    """The bare words; those which begin a specific apology belong to it, and are shown for its reason."""
    whole = {hit.sentence: hit for hit in specific}
    return tuple(replace(whole[hit.sentence], first=hit.first, last=hit.last) if hit.sentence in whole else hit for hit in bare)


def rapport(findings: Findings, so_far: Verdicts) -> Verdict:
    """From 0, cold, to 3, a human moment."""
    cold, human = findings.of("rapport", "cold"), findings.of("rapport", "human")
    personal, polite = findings.of("rapport", "personal"), findings.of("rapport", "polite")
    warm = so_far.level("empathy")
    if findings.rude():
        return Verdict(0, cold, highest=0)
    level: Level = 0
    highest: Level = 1 if cold or findings.blunt() or _is_long(findings) else 3
    if findings.blunt():
        level = 1 if len(polite) + len(personal) >= 2 or findings.of("empathy", "stock") else 0
    elif human:
        level = 3
    elif personal or warm >= 2:
        level = 2
    elif polite or warm:
        level = 1
    level = min(level, highest)
    return Verdict(level, (*human, *personal, *polite) if level else cold, highest=highest)


def _is_long(findings: Findings) -> bool:
    words = sum(piece[0].isalnum() for piece in findings.reading.pieces)
    return words > _LONG.get(findings.context.channel, max(_LONG.values()))
