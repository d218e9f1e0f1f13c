"""Ways to rewrite a reply whose effect on its marks is known beforehand."""

import random
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from game.core.ids import CRITERIA, Criterion
from game.core.marks import Context
from game.rubric import Rubric

Transform = Callable[[str, str], str]  # reply and the customer's last message


def lower_case(reply: str, _: str) -> str:
    return reply.lower()


def without_apostrophes(reply: str, _: str) -> str:
    return reply.replace("'", "").replace("\u2019", "")


def curly_apostrophes(reply: str, _: str) -> str:
    return reply.replace("'", "\u2019")


def with_invisible_characters(reply: str, _: str) -> str:
    return "\u200b".join(reply.split("e")).replace("\u200b", "e\u200b")


def with_lookalikes(reply: str, _: str) -> str:
    return re.sub(r"(?<=[a-z])o(?=[a-z])", "\u043e", reply)


def duplicated(reply: str, _: str) -> str:
    return f"{reply}\n{reply}"


def piled_on_sorry(reply: str, _: str) -> str:
    return f"{reply} Sorry! Sorry, I am so sorry. Really sorry, so very sorry, sorry again."


def quoted(reply: str, _: str) -> str:
    return "\u201c" + reply.replace('"', "") + "\u201d"


def with_pasted_customer(reply: str, customer: str) -> str:
    return f"{reply}\n{customer}"


def only_pasted_customer(_: str, customer: str) -> str:
    return customer


NEGATIONS: Final = (
    (r"\b(I|We|we|i)('m| am|'re| are)(?= (?:so |really |very |deeply )?sorry)", r"\1\2 not"),
    (r"(?<!not )(?<!am )(?<!'m )(?<!m )\b[Ss]orry (?=for|about|that|to)", "not sorry "),
    (r"\b(will|can|would|could|shall)\b(?! not)", r"\1 not"),
    (r"\b(I|We|we|i)'ll\b", r"\1 will not"),
    (r"\b(I|We|we|i) (understand|refund|apologise|call|send|take|see|get|hear)\b", r"\1 do not \2"),
)


def negated(reply: str, _: str) -> str:
    for pattern, written in NEGATIONS:
        reply = re.sub(pattern, written, reply)
    return reply


def shuffled(reply: str, _: str) -> str:
    words = reply.split()
    random.Random(len(reply)).shuffle(words)
    return " ".join(words)


def with_insult(reply: str, _: str) -> str:
    return f"{reply} You are an idiot."


@dataclass(frozen=True, slots=True)
class Promise:
    """What a rewriting may do to the marks: `kept(criterion, before, after)`, levels with n/a as 0, asked of `about`."""

    transform: Transform
    kept: Callable[[Criterion, int, int], bool]
    about: tuple[Criterion, ...] = CRITERIA


FLOOR: Final[Mapping[Criterion, int]] = {"listening": 1, "composure": 2}  # what a reply without any wording has
_EARNED_BY_WORDS: Final = tuple(criterion for criterion in CRITERIA if criterion != "composure")


def _same(_: Criterion, before: int, after: int) -> bool:
    return before == after


def _no_higher(_: Criterion, before: int, after: int) -> bool:
    return after <= before


def _no_more_than_bare(_: Criterion, before: int, after: int) -> bool:
    return after <= max(1, before)


def _nothing(criterion: Criterion, _: int, after: int) -> bool:
    return after <= FLOOR.get(criterion, 0)


def _next_to_nothing(criterion: Criterion, _: int, after: int) -> bool:
    return after <= max(1, FLOOR.get(criterion, 0))


def _lost(criterion: Criterion, before: int, after: int) -> bool:
    return after == 0 if criterion == "composure" else after <= before


PROMISES: Final[Mapping[str, Promise]] = {
    "lower case": Promise(lower_case, _same),
    "no apostrophes": Promise(without_apostrophes, _same),
    "curly apostrophes": Promise(curly_apostrophes, _same),
    "invisible characters": Promise(with_invisible_characters, _same),
    "look-alike letters": Promise(with_lookalikes, _same),
    "duplicated": Promise(duplicated, _no_higher, _EARNED_BY_WORDS),
    "piled-on sorry": Promise(piled_on_sorry, _no_more_than_bare, ("apology",)),
    "quoted": Promise(quoted, _nothing),
    "customer pasted below": Promise(with_pasted_customer, _no_higher, _EARNED_BY_WORDS),
    "only the customer pasted": Promise(only_pasted_customer, _nothing),
    "negated": Promise(negated, _no_higher, _EARNED_BY_WORDS),
    "shuffled": Promise(shuffled, _next_to_nothing),
    "insult added": Promise(with_insult, _lost),
}


@dataclass(frozen=True, slots=True)
class Said:
    """A reply to rewrite, with where it was said and the customer's last message."""

    reply: str
    customer: str
    context: Context


def levels(rubric: Rubric, reply: str, context: Context) -> dict[Criterion, int]:
    """The level of every criterion, n/a as 0."""
    return {mark.criterion: mark.level or 0 for mark in rubric.assess(reply, context).marks}


def promises_kept(rubric: Rubric, promise: Promise, said: Iterable[tuple[Said, Mapping[Criterion, int]]]) -> tuple[int, int]:
    """How many marks kept a promise, of how many; `said` pairs each reply with its levels before."""
    kept = asked = 0
    for item, before in said:
        after = levels(rubric, promise.transform(item.reply, item.customer), item.context)
        held = [promise.kept(criterion, before[criterion], after[criterion]) for criterion in promise.about]
        kept += sum(held)
        asked += len(held)
    return kept, asked
