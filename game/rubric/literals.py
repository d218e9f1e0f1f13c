"""Finds letters that any match of a pattern must contain, so that most patterns need not be tried at all.

Reads the part of the regular expression language that the rubric's data uses; what it does not know, it asks nothing of.
"""

from typing import Final

LENGTH: Final = 3  # letters in a row
_KEPT: Final = 2  # sets per pattern; more cost more than they save
_FREQUENT: Final = "etaoinshrdlu mcywgf"
_OPTIONAL: Final = ("?", "*")

Needs = tuple[frozenset[str], ...]


def needs(pattern: str) -> Needs:
    """Sets of letter runs: a text without any run of one of the sets cannot match."""
    found, end = _alternatives(pattern, 0)
    if end != len(pattern):
        return ()
    return tuple(sorted(found, key=lambda runs: (len(runs), sorted(runs)))[:_KEPT])


def runs_of(text: str) -> frozenset[str]:
    """All runs of the length that needs are made of."""
    return frozenset(text[at : at + LENGTH] for at in range(len(text) - LENGTH + 1))


def _alternatives(pattern: str, at: int) -> tuple[list[frozenset[str]], int]:
    """What one of several branches needs, up to a closing bracket: without a need of its own, a branch leaves none to all."""
    branches: list[list[frozenset[str]]] = []
    while True:
        branch, at = _sequence(pattern, at)
        branches.append(branch)
        if at >= len(pattern) or pattern[at] != "|":
            break
        at += 1
    if len(branches) == 1:
        return branches[0], at
    if all(branches):
        return [frozenset[str]().union(*(min(branch, key=len) for branch in branches))], at
    return [], at


def _sequence(pattern: str, at: int) -> tuple[list[frozenset[str]], int]:
    found: list[frozenset[str]] = []
    run = ""

    def flush() -> None:
        nonlocal run
        if len(run) >= LENGTH:
            found.append(frozenset({_rarest(run)}))
        run = ""

    while at < len(pattern) and pattern[at] not in "|)":
        char = pattern[at]
        if char == "(":
            flush()
            inner, counts, at = _group(pattern, at)
            optional, at = _quantifier(pattern, at)
            if counts and not optional:
                found += inner
            continue
        if char == "[":
            flush()
            at = _after_class(pattern, at)
            _, at = _quantifier(pattern, at)
            continue
        literal, at = _literal(pattern, at)
        after = at
        optional, at = _quantifier(pattern, at)
        if literal is None or optional:
            flush()
        else:
            run += literal
            if at > after:
                flush()
    flush()
    return found, at


def _group(pattern: str, at: int) -> tuple[list[frozenset[str]], bool, int]:
    """The needs of a group, whether they count (a look around does not), and where it ends."""
    counts = True
    at += 1
    if pattern.startswith("?:", at):
        at += 2
    elif pattern.startswith(("?=", "?!"), at):
        counts, at = False, at + 2
    elif pattern.startswith(("?<=", "?<!"), at):
        counts, at = False, at + 3
    found, at = _alternatives(pattern, at)
    return found, counts, at + 1


def _quantifier(pattern: str, at: int) -> tuple[bool, int]:
    """Whether what stands before may be missing, and where the quantifier ends."""
    optional = False
    while at < len(pattern) and pattern[at] in "?*+{":
        if pattern[at] == "{":
            end = pattern.index("}", at)
            optional = optional or pattern[at + 1] in "0,"
            at = end + 1
        else:
            optional = optional or pattern[at] in _OPTIONAL
            at += 1
    return optional, at


def _literal(pattern: str, at: int) -> tuple[str | None, int]:
    char = pattern[at]
    if char == "\\":
        escaped = pattern[at + 1]
        return (None if escaped.isalnum() else escaped), at + 2
    return (None if char in ".^$" else char), at + 1


def _after_class(pattern: str, at: int) -> int:
    at += 2 if pattern[at + 1] == "^" else 1
    at += pattern[at] == "]"
    while pattern[at] != "]":
        at += 2 if pattern[at] == "\\" else 1
    return at + 1


def _rarest(run: str) -> str:
    choices = [run[at : at + LENGTH] for at in range(len(run) - LENGTH + 1)]
    return min(choices, key=lambda three: (sum(_FREQUENT.find(char) < 0 for char in three) * -1, _spread(three), three))


def _spread(three: str) -> int:
    return -sum(max(0, _FREQUENT.find(char)) for char in three)
