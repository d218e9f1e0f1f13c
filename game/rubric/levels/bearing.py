"""Levels of how the agent carries themselves: composure, limits, closing."""

from dataclasses import replace
from typing import Final

from game.core.ids import Criterion
from game.core.marks import Level
from game.rubric.cues import Hit
from game.rubric.findings import Findings, Verdict, Verdicts

_FEW: Final = 4  # words; fewer are too little to judge
_CURT: Final = 18  # words; a longer reply of plain statements is left to people
_EXPLAINED: Final = 24  # words; who says more about a rule has explained it, and people look at it
_LOUD: Final = 20  # letters; fewer may be a code or a name
_MARKS: Final = 4  # exclamation marks that a warm reply may have
_SHOUTS: Final = "Shouts: capitals or a row of exclamation marks raise the voice."
_BARE: Final = "Tells an upset customer how it is, with nothing beside it for them."


def composure(findings: Findings, so_far: Verdicts) -> Verdict:
    """From 0, insult or sarcasm, to 3, warm and firm under fire."""
    worst, poor = findings.rude(), findings.blunt()
    if not findings.context.floor_yielded:
        poor = (*poor, *findings.of("listening", "cuts_off"))
    if findings.context.abusive and not findings.any("limits", "limit"):
        unfit = findings.of("limits", "scold", "submits")
        poor = (*poor, *(replace(hit, polarity="lost") for hit in unfit))
    subtle = findings.of("composure", "subtle")
    if loud := _shouted(findings):
        poor = (*poor, loud)
    if worst:
        return Verdict(0, (*worst, *poor))
    if poor and not (all(hit.sign == "policy" for hit in poor) and _cares(so_far, 2)):
        return Verdict(1, poor)
    short = _words(findings) <= _CURT
    rules = (*findings.of("composure", "rule"), *poor)
    if rules and not _cares(so_far, 1):
        return Verdict(1 if _words(findings) <= _EXPLAINED else 2, rules, review=True)
    if not _offers_anything(findings, so_far):
        return Verdict(1 if short else 2, (_bare(findings),), review=True)
    firm = so_far.level("limits") >= 2 if findings.context.abusive else True
    warm = so_far.level("empathy") >= 2 or so_far.level("rapport") >= 2
    work = sum(so_far.level(criterion) for criterion in ("acknowledgement", "apology", "inquiry", "solution", "empathy"))
    level: Level = 3 if warm and firm and work >= (5 if findings.context.abusive else 9) else 2
    return Verdict(level, subtle, review=bool(subtle))


def _offers_anything(findings: Findings, so_far: Verdicts) -> bool:
    """Whether there is anything beside plain statements: care, a question, a courtesy, a step, an action."""
    given: tuple[Criterion, ...] = (
        "empathy",
        "apology",
        "solution",
        "follow_through",
        "inquiry",
        "informing",
        "rapport",
        "limits",
    )
    if (
        any(so_far.level(criterion) for criterion in given)
        or max(so_far.level("listening"), so_far.level("acknowledgement")) >= 2
    ):
        return True
    asks = any(sentence.asks for sentence in findings.reading.sentences)
    return (
        asks
        or bool(findings.context.actions)
        or findings.any("closing", "help", "wish", "thanks")
        or findings.any("acknowledgement", "own_words")
        or _words(findings) < _FEW
    )


def _shouted(findings: Findings) -> Hit | None:
    """The sentence that shouts, if the reply does: most of it in capitals, or exclamation marks in a row."""
    reply = findings.reading.reply
    letters = [letter for letter in reply if letter.isalpha() and letter.lower() != letter.upper()]
    capitals = len(letters) >= _LOUD and sum(letter.isupper() for letter in letters) > len(letters) / 2
    if not capitals and reply.count("!") <= _MARKS:
        return None
    sentences = findings.reading.sentences
    number = next((at for at, sentence in enumerate(sentences) if findings.reading.words(sentence)), None)
    if number is None:
        return None
    return Hit(
        "composure.shouting",
        "composure",
        "shouting",
        "lost",
        1,
        _SHOUTS,
        sentences[number].first,
        sentences[-1].last,
        number,
        "cue",
    )


def _words(findings: Findings) -> int:
    return sum(len(findings.reading.words(sentence)) for sentence in findings.reading.sentences)


def _bare(findings: Findings) -> Hit:
    longest = max(
        range(len(findings.reading.sentences)),
        key=lambda number: len(findings.reading.words(findings.reading.sentences[number])),
    )
    sentence = findings.reading.sentences[longest]
    return Hit("composure.nothing_beside", "composure", "rule", "lost", 1, _BARE, sentence.first, sentence.last, longest, "cue")


def _cares(so_far: Verdicts, least: int) -> bool:
    """Whether a no comes with something for the customer: a kind word, a step, a question, a promise."""
    at_least: tuple[tuple[Criterion, int], ...] = (
        *(("empathy", least), ("apology", least), ("solution", least)),
        *(("follow_through", least), ("inquiry", 2), ("rapport", 2), ("informing", 3)),
    )
    return any(so_far.level(criterion) >= level for criterion, level in at_least)


def limits(findings: Findings, so_far: Verdicts) -> Verdict:
    """From 0, none named, to 3, the limit and the offer to go on; n/a unless the customer was abusive."""
    if not findings.context.abusive:
        return Verdict(None)
    acted = "set_limit" in findings.context.actions
    named, going_on = findings.of("limits", "limit"), findings.of("limits", "go_on")
    scold, threat = findings.of("limits", "scold"), findings.of("limits", "threat")
    if findings.of("composure", "insult"):
        return Verdict(0, findings.of("composure", "insult"))
    if named:
        goes_on = going_on or max(so_far.level("solution"), so_far.level("follow_through"), so_far.level("inquiry")) >= 2
        return Verdict(3 if goes_on else 2, (*named, *going_on))
    if acted:
        return Verdict(3 if going_on else 2, going_on)
    if scold or threat:
        return Verdict(1, (*scold, *threat))
    return Verdict(0, findings.of("limits", "submits"))


def closing(findings: Findings, _: Verdicts) -> Verdict:
    """From 0, abrupt, to 3, further help and a good wish; n/a unless the contact ends here."""
    helped, wish = findings.of("closing", "help"), findings.of("closing", "wish")
    farewell = findings.of("closing", "farewell")
    if not (findings.context.closing or "close" in findings.context.actions or farewell):
        return Verdict(None)
    thanks, open_question = findings.of("closing", "thanks"), findings.of("closing", "open_question")
    if helped and wish:
        return Verdict(3, (*helped, *wish))
    if helped or wish:
        return Verdict(2, (*helped, *wish))
    if thanks or open_question or findings.any("closing", "stock_wish"):
        return Verdict(1, (*thanks, *open_question, *findings.of("closing", "stock_wish")))
    return Verdict(0, findings.of("closing", "abrupt"))
