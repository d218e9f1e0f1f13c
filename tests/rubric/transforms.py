"""Ways to rewrite a reply whose effect on its marks is known beforehand."""

import random
import re
from collections.abc import Callable
from typing import Final

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
