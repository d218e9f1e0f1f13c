"""Puts what the head read beside what the cues found: what it may raise, and what it may doubt. Knows no words.

The cues come first. Where the head is sure of more, it raises a criterion, to level 2 at most and never against a veto or what
the context forbids. Where it is sure that the words are there and the thing is not, it takes the award back.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from game.core.ids import CRITERIA, Criterion
from game.core.marks import Level
from game.core.scenario import ActionKind
from game.rubric.cues import Hit
from game.rubric.findings import Findings, Verdict, held
from game.rubric.levels.work import beyond_fair
from game.rubric.semantic import Bars, Likely, Opinion

HIGHEST: Final[Level] = 2  # the level to which the head may raise
DEEDS: Final[Mapping[Criterion, frozenset[ActionKind]]] = {
    "acknowledgement": frozenset({"record"}),
    "limits": frozenset({"set_limit"}),
    "solution": frozenset({"offer"}),
    "follow_through": frozenset({"call_back", "escalate", "record"}),
}  # actions that earn a criterion without a word
_DEBATABLE: Final = frozenset({"rule", "policy", "defence", "argument", "blame"})  # signs of tone that words alone tell badly
_NOTHING_BESIDE: Final = "composure.nothing_beside"
_GIVES: Final[tuple[Criterion, ...]] = ("empathy", "apology", "solution", "follow_through", "inquiry", "informing", "rapport")
_SEEN: Final[Mapping[Criterion, str]] = {
    "listening": "an invitation",
    "empathy": "empathy",
    "acknowledgement": "taking up their story",
    "apology": "an apology",
    "inquiry": "a question",
    "informing": "news for who waits",
    "limits": "a limit",
    "solution": "a way out",
    "follow_through": "a promise",
    "rapport": "warmth",
    "closing": "a good end",
}
_HOLLOW: Final = "Looks like {seen}; read as a whole, the reply does not seem to mean it. People decide."
_LESS: Final = "Read as a whole, the reply seems to do less."
_CLEARER: Final = "Say it so that it can only be meant for this customer and this trouble."
_FORMS: Final = frozenset({"polite"})  # signs that only keep the form: no word is lost over them
_SOUNDS: Final = "Sounds like: {near}"
_ALIKE: Final = "Similar in meaning to: {near}"


@dataclass(frozen=True, slots=True)
class Case:
    """What is to be weighed about one criterion of one reply.

    `level` is what the cues gave, `highest` what the context allows. `doubtable` says whether an award rests on words that the
    head has read, `debatable` whether it may acquit; `civil` is the chance that the tone is civil.
    """

    criterion: Criterion
    level: int
    highest: int
    doubtable: bool
    debatable: bool
    chances: tuple[float, float, float]
    civil: float


def weigh(
    found: Mapping[Criterion, Verdict], findings: Findings, opinion: Opinion, bars: Mapping[Criterion, Bars]
) -> dict[Criterion, Verdict]:
    """The verdicts after the head's word on them; n/a stays n/a."""
    weighed = dict(found)
    for criterion, case in cases(found, findings, opinion).items():
        if criterion in bars:
            now, verdict, likely = settled(case, bars[criterion]), found[criterion], opinion.found[criterion]
            say = _tone if criterion == "composure" else _award
            weighed[criterion] = say(verdict, case, now, findings, likely)
    if "composure" in bars and (verdict := weighed["composure"]).level is not None:
        weighed["composure"] = replace(verdict, review=verdict.review or opinion.civil < bars["composure"].review)
    return _agreed(weighed)


def cases(found: Mapping[Criterion, Verdict], findings: Findings, opinion: Opinion) -> dict[Criterion, Case]:
    """What is to be weighed: every criterion that applies."""
    return {
        criterion: Case(
            criterion,
            level,
            _allowed(criterion, found[criterion], findings, opinion.found[criterion]),
            _rests_on_words(criterion, found[criterion], findings, opinion),
            not findings.rude() and all(hit.sign in _DEBATABLE for hit in found[criterion].hits),
            opinion.found[criterion].levels,
            opinion.civil,
        )
        for criterion in CRITERIA
        if (level := found[criterion].level) is not None
    }


def settled(case: Case, bars: Bars) -> int:
    """The level after the head's word: what is left of the cues' level, or what the head is sure of, whichever is more."""
    if case.criterion == "composure":
        acquitted = case.level == 1 and case.debatable and case.chances[1] >= bars.raises[1]
        return lowered(2 if acquitted else case.level, case.chances, bars) if case.debatable or case.level > 1 else case.level
    if case.civil < bars.civil:
        return min(case.level, floor(case.criterion)) if case.doubtable else case.level
    left = lowered(case.level, case.chances, bars) if case.doubtable else case.level
    return max(left, min(reached(case.chances, bars), HIGHEST, case.highest))


def lowered(level: int, chances: tuple[float, float, float], bars: Bars) -> int:
    """A level that cues gave, after doubt."""
    for at, (chance, least) in enumerate(zip(chances, bars.doubts, strict=True)):
        if chance < least:
            return min(level, at)
    return level


def reached(chances: tuple[float, float, float], bars: Bars) -> int:
    """The level that the head is sure of, 0 to `HIGHEST`."""
    level = 0
    for chance, least in zip(chances, bars.raises, strict=False):
        if chance < least:
            break
        level += 1
    return level


def floor(criterion: Criterion) -> int:
    """The level of a reply that does nothing for a criterion."""
    return 1 if criterion == "listening" else 0


def _allowed(criterion: Criterion, verdict: Verdict, findings: Findings, likely: Likely) -> int:
    if findings.rude() or findings.any(criterion, "vetoed"):
        return verdict.level or 0
    if criterion == "solution" and beyond_fair(findings, likely.words):
        return min(1, verdict.highest)
    return verdict.highest


def _rests_on_words(criterion: Criterion, verdict: Verdict, findings: Findings, opinion: Opinion) -> bool:
    context = findings.context
    if DEEDS.get(criterion, frozenset()).intersection(context.actions) or (
        criterion == "solution" and context.offered is not None
    ):
        return False
    return all(hit.last <= opinion.read_to for hit in verdict.hits)


def _award(verdict: Verdict, case: Case, now: int, findings: Findings, likely: Likely) -> Verdict:
    """A criterion's verdict at its new level, with the words that speak for or against it."""
    criterion, framed = case.criterion, _framed(verdict, likely)
    if now == case.level:
        return framed
    if now > case.level:
        if now <= floor(criterion):
            return framed
        return replace(framed, level=_level(now), hits=(*framed.hits, *_hits(case, now, findings, likely, "earned", _ALIKE)))
    instead = verdict.instead or _CLEARER
    if now > floor(criterion):
        above = [hit.polarity == "earned" and hit.level > now for hit in framed.hits]
        said = zip(above, framed.hits, held(framed.hits, _LESS), strict=True)
        hits = tuple(less if too_much else hit for too_much, hit, less in said)
        return replace(framed, level=_level(now), hits=hits, review=True, instead=instead)
    if framed.hits and all(hit.sign in _FORMS for hit in framed.hits):
        return replace(framed, level=_level(now), hits=())
    hollow = _HOLLOW.format(seen=_SEEN[criterion])
    taken = tuple(
        replace(
            hit, cue=f"{criterion}.doubted", criterion=criterion, polarity="lost", level=0, reason=hollow, confidence="semantic"
        )
        if hit.polarity == "earned"
        else hit
        for hit in framed.hits
    )
    shown = taken or _hits(case, now, findings, likely, "lost", hollow)
    return replace(framed, level=_level(now), hits=shown, review=True, instead=instead)


def _tone(verdict: Verdict, case: Case, now: int, findings: Findings, likely: Likely) -> Verdict:
    """Composure at its new level; whatever the head changed is sent to people."""
    if now == case.level:
        return verdict
    hits = _hits(case, now, findings, likely, "lost", _SOUNDS) if now < min(2, case.level) else ()
    return replace(verdict, level=_level(now), hits=(*verdict.hits, *hits), review=True)


def _framed(verdict: Verdict, likely: Likely) -> Verdict:
    """The verdict with its cues widened to the whole wording around them that the head sees."""
    hits = []
    for hit in verdict.hits:
        around = [run for run in likely.words if run[0] < hit.last and hit.first < run[1]]
        if around and hit.polarity == "earned":
            hit = replace(hit, first=min(hit.first, around[0][0]), last=max(hit.last, around[-1][1]))
        hits.append(hit)
    return replace(verdict, hits=tuple(dict.fromkeys(hits)))


def _agreed(weighed: dict[Criterion, Verdict]) -> dict[Criterion, Verdict]:
    """The verdicts without what rests on others that were changed."""

    def level(criterion: Criterion) -> int:
        return weighed[criterion].level or 0

    tone = weighed["composure"]
    if tone.level == 3 and max(level("empathy"), level("rapport")) < 2:
        weighed["composure"] = replace(tone, level=2)
    if any(hit.cue == _NOTHING_BESIDE for hit in tone.hits) and any(level(criterion) for criterion in _GIVES):
        hits = tuple(hit for hit in tone.hits if hit.cue != _NOTHING_BESIDE)
        weighed["composure"] = replace(tone, level=tone.level if hits else 2, hits=hits)
    if level("apology") == 3 and level("solution") < 2:
        weighed["apology"] = replace(weighed["apology"], level=2)
    return weighed


def _hits(case: Case, level: int, findings: Findings, likely: Likely, polarity: str, reason: str) -> tuple[Hit, ...]:
    reading = findings.reading
    return tuple(
        Hit(
            f"{case.criterion}.{'similar' if '{near}' in reason else 'doubted'}",
            case.criterion,
            "similar",
            "lost" if polarity == "lost" else "earned",
            _level(level),
            reason.format(near=likely.near),
            first,
            last,
            reading.sentence_at(reading.starts[first]),
            "semantic",
        )
        for first, last in likely.words or (likely.around,)
    )


def _level(value: int) -> Level:
    levels: tuple[Level, ...] = (0, 1, 2, 3)
    return levels[value]
