"""The rules between the fields of a scenario, each a function from raw data to findings. Knows no files and no types.

The rules look at raw data rather than at a validated model, so that a spelling mistake in one beat does not hide an
unreachable fact in another: an author sees everything at once.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import chain
from typing import Final, get_args

from game.core.scenario import ACTIONS, BeatKind, OutcomeKind, Tone
from game.library.faults import Finding
from game.library.node import Node

CARD_WORDS: Final = 120
BEATS: Final = get_args(BeatKind)
LINES_PER_BEAT: Final = 4
PRACTICE_PER_QUALITY: Final = 2
EXAMPLE_WORDS: Final = 70

_MARKUP: Final = re.compile(r"<[/!?]?[A-Za-z]|<!--|&(#\d+|#x[0-9a-fA-F]+|[a-z]{2,8});|\]\(\s*javascript:", re.IGNORECASE)

Check = Callable[[Node], Iterator[Finding]]


def check_scenario(data: object) -> tuple[Finding, ...]:
    """Every rule that this scenario breaks."""
    return tuple(chain.from_iterable(check(Node(data)) for check in (*_CHECKS, no_markup)))


def no_markup(node: Node) -> Iterator[Finding]:
    """Texts are shown as they are, so markup could only be a mistake or an attack."""
    for place in node.walk():
        if found := _MARKUP.search(place.text):
            yield place.finding(f"The text holds markup (“{found[0]}”).", "Write plain text.")


def unique_ids(places: list[Node], what: str) -> Iterator[Finding]:
    """No two of the places hold the same text."""
    seen: set[str] = set()
    for place in places:
        if place.text and place.text in seen:
            yield place.finding(f"The {what} “{place.text}” occurs twice.", "Give each its own.")
        seen.add(place.text)


def _ids(scenario: Node) -> Iterator[Finding]:
    yield from unique_ids([fact["id"] for fact in scenario["facts"].each()], "fact id")
    yield from unique_ids([offer["id"] for offer in scenario["offers"].each()], "offer id")
    yield from unique_ids([effect["action"] for effect in scenario["effects"].each()], "action")
    for beat in scenario["beats"].each():
        yield from unique_ids([focus["criterion"] for focus in beat["focus"].each()], "criterion")
        yield from unique_ids(list(beat["techniques"].each()), "technique")
        for reply in beat["practice"].each():
            yield from unique_ids(list(reply["actions"].each()), "action")


def _references(scenario: Node) -> Iterator[Finding]:
    facts = {fact["id"].text for fact in scenario["facts"].each()}
    offers = {offer["id"].text for offer in scenario["offers"].each()}
    for effect in scenario["effects"].each():
        for fact in effect["facts"].each():
            if fact.text and fact.text not in facts:
                yield fact.finding(f"There is no fact “{fact.text}”.", f"Use one of: {_listed(facts)}.")
            elif effect["action"].text not in ("", "look_up"):
                yield fact.finding("Only look_up can bring up facts.", "Move the fact to the effect of look_up.")
    for reply in _practice(scenario):
        offer, actions = reply["offer"], reply["actions"].texts()
        if offer.text and offer.text not in offers:
            yield offer.finding(f"There is no offer “{offer.text}”.", f"Use one of: {_listed(offers)}.")
        if offer.text and "offer" not in actions:
            yield offer.finding("An offer is made, but the actions do not say so.", "Add `offer` to the actions.")
        if "offer" in actions and not offer.text:
            yield reply["actions"].finding("The action `offer` needs to say which offer.", "Add `offer: <id>`.")


def _facts(scenario: Node) -> Iterator[Finding]:
    looked_up = set(
        chain.from_iterable(
            effect["facts"].texts() for effect in scenario["effects"].each() if effect["action"].text == "look_up"
        )
    )
    if not any(fact["omission"].flag for fact in scenario["facts"].each()):
        yield scenario["facts"].finding("No fact is an omission.", "Mark the step that the story skips with `omission: true`.")
    for fact in scenario["facts"].each():
        asked, omission = fact["asked"].texts(), fact["omission"].flag
        if omission and not fact["hidden"].flag:
            yield fact["omission"].finding("An omission has to be hidden.", "Add `hidden: true`.")
        if omission and not asked:
            yield fact.finding("The omission cannot be asked for.", "Add `asked:` with words that a good question would hold.")
        elif fact["hidden"].flag and not asked and fact["id"].text not in looked_up:
            yield fact.finding(
                "The hidden fact can never come out.", "Add `asked:` words, or list it under the effect of look_up."
            )
        if asked and not fact["reply"].text.strip():
            yield fact.finding("The customer has nothing to say when asked.", "Add `reply:`.")
        for word in fact["asked"].each():
            if word.text != word.text.lower():
                yield word.finding(f"“{word.text}” has capital letters.", "Write it in lower case.")


def _money(scenario: Node) -> Iterator[Finding]:
    low, high, limit = (scenario[key].number for key in ("fair_min", "fair_max", "authority"))
    if low is None or high is None or limit is None:
        return
    if low > high:
        yield scenario["fair_min"].finding(f"The fair range begins at {low} and ends at {high}.", "Swap the two.")
    for key, value in (("fair_min", low), ("fair_max", high)):
        if value > limit:
            yield scenario[key].finding(
                f"The fair range reaches {value}, above the authority of {limit}.", "Lower it, or raise `authority`."
            )
    costs = [cost for offer in scenario["offers"].each() if (cost := offer["cost"].number) is not None]
    if low <= high and not any(low <= cost <= high for cost in costs):
        yield scenario["offers"].finding(f"No offer costs between {low} and {high}.", "Add a fair offer, or change the range.")


def _cards(scenario: Node) -> Iterator[Finding]:
    for name, first, second in (("role card", "story", "triggers"), ("case file", "case", "policy")):
        words = scenario[first].words() + scenario[second].words()
        if words > CARD_WORDS:
            yield scenario[first].finding(
                f"The {name} ({first} and {second}) has {words} words.",
                f"Shorten it to {CARD_WORDS}; it is read in under a minute.",
            )


def _beats(scenario: Node) -> Iterator[Finding]:
    beats = list(scenario["beats"].each())
    kinds = [beat["kind"].text for beat in beats]
    if kinds != list(BEATS):
        yield scenario["beats"].finding(
            f"The beats are {', '.join(kinds) or 'missing'}.", "Write three beats: vent, explore, resolve."
        )
    for number, beat in enumerate(beats):
        yield from _focus(beat)
        yield from _lines(beat, moods_needed=number > 0)
        yield from _practice_counts(beat)


def _focus(beat: Node) -> Iterator[Finding]:
    focus = list(beat["focus"].each())
    weights = [weight for item in focus if (weight := item["weight"].number) is not None]
    if focus and len(weights) == len(focus) and sum(weights) != 100:
        yield beat["focus"].finding(f"The weights add up to {sum(weights)}.", "Make them add up to 100.")
    for item in focus:
        if item["example"].words() > EXAMPLE_WORDS:
            yield item["example"].finding(
                f"The example has {item['example'].words()} words.", f"Keep it under {EXAMPLE_WORDS}."
            )
        if item["criterion"].text == "closing" and beat["kind"].text in ("vent", "explore"):
            yield item["criterion"].finding("Closing is judged in the last beat only.", "Move it to the beat `resolve`.")


def _lines(beat: Node, *, moods_needed: bool) -> Iterator[Finding]:
    lines = beat["lines"]
    count = sum(len(lines[mood].texts()) for mood in ("any", "hot", "soft"))
    if count < LINES_PER_BEAT:
        yield lines.finding(
            f"There are {count} suggested lines.", f"Write at least {LINES_PER_BEAT}, so that the scene can be played by taps."
        )
    for mood in ("hot", "soft"):
        if moods_needed and not lines[mood].texts():
            yield lines.finding(f"There is no {mood} line.", "From the second beat on the customer needs words for both moods.")


def _practice_counts(beat: Node) -> Iterator[Finding]:
    counts = Counter(reply["quality"].text for reply in beat["practice"].each())
    for quality in ("good", "fair", "poor"):
        if counts[quality] < PRACTICE_PER_QUALITY:
            yield beat["practice"].finding(
                f"There are {counts[quality]} {quality} practice replies.", f"Write at least {PRACTICE_PER_QUALITY}."
            )


def _effects(scenario: Node) -> Iterator[Finding]:
    effects = {effect["action"].text: effect for effect in scenario["effects"].each()}
    if missing := [action for action in ACTIONS if action != "offer" and action not in effects]:
        yield scenario["effects"].finding(f"These actions have no effect: {_listed(missing)}.", "Say what each does here.")
    if "call_back" in effects and effects["call_back"]["due_in"].number is None:
        yield effects["call_back"].finding("A call back is a promise without a date.", "Add `due_in: 1`.")


def _wildcards(scenario: Node) -> Iterator[Finding]:
    for card in scenario["wildcards"].each():
        over = card["kind"].text == "over_the_line"
        if over and not card["abusive"].flag:
            yield card.finding(
                "An over-the-line card must be flagged.", "Add `abusive: true`, so that people can switch it off."
            )
        if card["abusive"].flag and card["kind"].text and not over:
            yield card["abusive"].finding(
                "Only over_the_line cards are abusive.", "Change the kind, or remove the flag and soften the text."
            )
    abusive = any(card["abusive"].flag for card in scenario["wildcards"].each())
    for beat in scenario["beats"].each():
        for item in beat["focus"].each():
            if item["criterion"].text == "limits" and not abusive:
                yield item["criterion"].finding(
                    "Limits are judged, but no wildcard is over the line.", "Add such a card, or another criterion."
                )


def _outcomes(scenario: Node) -> Iterator[Finding]:
    kinds = get_args(OutcomeKind)
    for key, needed in (("outcomes", kinds), ("word_of_mouth", tuple(kind for kind in kinds if kind != "stopped"))):
        have = {name for name, line in scenario[key].fields() if line.text.strip()}
        if missing := [kind for kind in needed if kind not in have]:
            yield scenario[key].finding(f"Lines are missing for: {_listed(missing)}.", "Write one line for each.")


def _returns(scenario: Node) -> Iterator[Finding]:
    """A sequel says how its customer opens after each way in which the first part can end."""
    have = {item["outcome"].text for item in scenario["returns"].each()}
    yield from unique_ids([item["outcome"] for item in scenario["returns"].each()], "outcome")
    if have and not scenario["sequel_of"].text:
        yield scenario["returns"].finding("Only a sequel has returns.", "Name the first part in `sequel_of`.")
    missing = [kind for kind in get_args(OutcomeKind) if kind not in have | {"stopped"}]
    if scenario["sequel_of"].text and missing:
        yield scenario["sequel_of"].finding(
            f"Returns are missing for: {_listed(missing)}.", "Write how the customer opens then."
        )


def _repeats(scenario: Node) -> Iterator[Finding]:
    """Whatever the customer can say is said once: a scene never sounds like a tape."""
    said: dict[str, Node] = {}
    for place in _spoken(scenario):
        words = re.sub(r"\W+", " ", place.text).strip().casefold()
        if words and words in said:
            yield place.finding("The customer says the same elsewhere in this file.", "Write another line.")
        said.setdefault(words, place)


def _spoken(scenario: Node) -> Iterator[Node]:
    yield from (scenario["opening"], scenario["silence"], *(item["opening"] for item in scenario["returns"].each()))
    for key, part in (("facts", "reply"), ("offers", "reaction"), ("effects", "reaction"), ("wildcards", "text")):
        yield from (item[part] for item in scenario[key].each())
    for tone in get_args(Tone):
        yield from scenario["echoes"][tone].each()
    for beat in scenario["beats"].each():
        for mood in ("any", "hot", "soft"):
            yield from beat["lines"][mood].each()


def _practice(scenario: Node) -> Iterator[Node]:
    for beat in scenario["beats"].each():
        yield from beat["practice"].each()


def _listed(words: object) -> str:
    return ", ".join(sorted(map(str, words))) if isinstance(words, (set, list, tuple)) and words else "(none)"


_CHECKS: Final[tuple[Check, ...]] = (
    _ids,
    _references,
    _facts,
    _money,
    _cards,
    _beats,
    _effects,
    _wildcards,
    _outcomes,
    _returns,
    _repeats,
)
