"""The rules of the files beside the scenarios. Knows no files and no types."""

from collections.abc import Iterator, Mapping
from typing import Final

from game.library.checks import no_markup, unique_ids
from game.library.faults import Finding
from game.library.model import NameLists
from game.library.names import is_rude, letters
from game.library.node import Node
from game.library.schema import TECHNIQUES

AVATARS: Final = 24
# What a rule needs beside its kind and count; whatever else is written there would be ignored, so it is a fault.
RULE_FIELDS: Final[Mapping[str, frozenset[str]]] = {
    "criterion_level": frozenset({"criterion", "threshold"}),
    "heat_drop": frozenset({"threshold"}),
    "outcome": frozenset({"outcome"}),
    "comeback": frozenset({"threshold", "ended_at_most"}),
    "omission_found": frozenset(),
    "promise_kept": frozenset(),
    "heard_count": frozenset(),
    "customer_marks": frozenset(),
    "aim_met": frozenset(),
    "no_interruption": frozenset(),
}
_RULE_EXTRAS: Final = frozenset({"criterion", "threshold", "ended_at_most", "outcome", "heard_only"})


def check_badges(data: object) -> tuple[Finding, ...]:
    """Ids and names occur once, and each rule has what its kind needs and nothing else."""
    node = Node(data)
    badges = list(node["badges"].each())
    return (
        *unique_ids([badge["id"] for badge in badges], "badge id"),
        *unique_ids([badge["name"] for badge in badges], "name"),
        *(finding for badge in badges for finding in _rule(badge["rule"])),
        *no_markup(node),
    )


def _rule(rule: Node) -> Iterator[Finding]:
    kind, given = rule["kind"].text, {name for name, value in rule.fields() if value.value is not None}
    if kind not in RULE_FIELDS:
        return
    for name in sorted(RULE_FIELDS[kind] - given):
        yield rule.finding(f"A rule of the kind {kind} needs `{name}`.", "Add it.")
    optional = {"heard_only"} if kind == "criterion_level" else set()
    for name in sorted(given & _RULE_EXTRAS - RULE_FIELDS[kind] - optional):
        yield rule[name].finding(f"A rule of the kind {kind} does not use `{name}`.", "Remove it.")
    level = rule["threshold"].number
    if kind == "criterion_level" and level is not None and level > 3:
        yield rule["threshold"].finding(f"There is no level {level}.", "Use 1, 2 or 3.")


def check_tips(data: object) -> tuple[Finding, ...]:
    """No technique has two tips."""
    node = Node(data)
    techniques = [tip["technique"] for tip in node["tips"].each()]
    return (*unique_ids(techniques, "technique"), *no_markup(node))


def missing_techniques(have: set[str]) -> tuple[str, ...]:
    """The techniques that no tip is written for, in order."""
    return tuple(technique for technique in TECHNIQUES if technique not in have)


def check_warmup(data: object) -> tuple[Finding, ...]:
    """The replies to judge differ in quality."""
    node = Node(data)
    qualities = {reply["quality"].text for reply in node["replies"].each()}
    uneven = len(qualities) < 2 and bool(qualities)
    same = node["replies"].finding("All replies are of the same quality.", "Give people a difference to see.")
    return (*((same,) if uneven else ()), *no_markup(node))


def check_names(data: object) -> tuple[Finding, ...]:
    """Nothing occurs twice, there are enough faces, and the lists do not refuse their own words."""
    node = Node(data)
    return (*_repeated(node), *_avatars(node), *_own_names(node), *no_markup(node))


def _repeated(names: Node) -> Iterator[Finding]:
    for key in ("adjectives", "nouns", "avatars", "rude_words", "rude_parts", "slurs"):
        yield from unique_ids(list(names[key].each()), "entry")


def _avatars(names: Node) -> Iterator[Finding]:
    count = len(names["avatars"].texts())
    if 0 < count < AVATARS:
        yield names["avatars"].finding(f"There are {count} avatars.", f"Give people at least {AVATARS} to choose from.")


def _own_names(names: Node) -> Iterator[Finding]:
    """The generator must never make a name that the check refuses."""
    lists = NameLists((), (), (), *(frozenset(names[key].texts()) for key in ("rude_words", "rude_parts", "slurs")))
    for key in ("rude_words", "rude_parts", "slurs"):
        for word in names[key].each():
            if word.text and letters(word.text) != word.text:
                yield word.finding(
                    f"“{word.text}” can never match.", "Write it in lower-case letters without spaces or digits."
                )
    for key in ("adjectives", "nouns"):
        for word in names[key].each():
            if word.text and is_rude(word.text, lists):
                yield word.finding(f"The name check refuses “{word.text}”.", "Choose another word.")


def check_breather(data: object) -> tuple[Finding, ...]:
    """No suggestion occurs twice."""
    node = Node(data)
    return (*unique_ids(list(node["suggestions"].each()), "suggestion"), *no_markup(node))


def check_pack(data: object) -> tuple[Finding, ...]:
    """The name is shown as it is."""
    return tuple(no_markup(Node(data)))
