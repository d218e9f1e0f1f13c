"""An authored situation as the rules read it. Knows nothing of files, schemas or of the workshop that plays it."""

from dataclasses import dataclass, replace
from typing import Final, Literal

from game.core.ids import Criterion

Channel = Literal["chat", "phone", "email"]
BeatKind = Literal["vent", "explore", "resolve"]
Form = Literal["short", "long"]
Mood = Literal["any", "hot", "soft"]
Tone = Literal["heard", "argued", "ignored"]
Quality = Literal["poor", "fair", "good"]
Need = Literal["heard", "respect", "explanation", "way_out"]
OutcomeKind = Literal["hung_up", "walked_away", "customer_for_life", "resolved", "calm_but_unresolved", "stopped"]
ActionKind = Literal["look_up", "offer", "call_back", "record", "set_limit", "escalate", "close"]
ApologyKind = Literal["frustration", "misunderstanding", "inconvenience"]
HoldNotice = Literal["look_up", "ask_colleague", "read_back"]
WildcardKind = Literal["repeat", "threaten_to_leave", "are_you_there", "over_the_line", "skip_a_step"]

ACTIONS: Final[tuple[ActionKind, ...]] = (
    "look_up",
    "offer",
    "call_back",
    "record",
    "set_limit",
    "escalate",
    "close",
)
NEEDS: Final[tuple[Need, ...]] = ("heard", "respect", "explanation", "way_out")


@dataclass(frozen=True, slots=True)
class Persona:
    """Who the customer is. `avatar` is one emoji, `voice` one line on how they talk."""

    name: str
    avatar: str
    voice: str


@dataclass(frozen=True, slots=True)
class Fact:
    """Something true in the scenario.

    A `hidden` fact is known to nobody but the customer until it is asked for; an `omission` is a hidden fact which the
    customer's story skips. `reply` is what the customer says when it comes out. `asked` are words by which a question
    for it can be recognised (lower case, for suggestions only; the customer's tick decides).
    """

    id: str
    text: str
    hidden: bool
    omission: bool
    reply: str
    asked: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Offer:
    """A remedy an agent can put on the table. `cost` is what it costs the company, in whole units of the currency.

    `creative` marks a partial or out-of-the-box resolution. `reaction` is the customer's line on hearing it.
    """

    id: str
    label: str
    cost: int
    creative: bool
    reaction: str


@dataclass(frozen=True, slots=True)
class ActionEffect:
    """What an action other than an offer does here: facts it brings up (`look_up`), and the beats until a promise is due.

    `due_in` 0 is due within the same beat, 1 in the next one, ``None`` makes no promise. `result` is what the agents read
    after taking it, `reaction` what the customer says.
    """

    action: ActionKind
    facts: tuple[str, ...]
    due_in: int | None
    result: str
    reaction: str


@dataclass(frozen=True, slots=True)
class SuggestedLine:
    """A line the customer can say with one tap. `mood` says when it fits: heat from 50 is `hot`, below is `soft`."""

    id: str
    text: str
    mood: Mood


@dataclass(frozen=True, slots=True)
class Echo:
    """What the customer says to the tone of what they have just heard: they were heard, argued with, or ignored."""

    id: str
    text: str
    tone: Tone


@dataclass(frozen=True, slots=True)
class Wildcard:
    """A card the customer may play once, from beat `from_beat` (1-based) on.

    `abusive` cards are dealt only where nobody has switched them off.
    """

    id: str
    kind: WildcardKind
    text: str
    abusive: bool
    from_beat: int = 1


@dataclass(frozen=True, slots=True)
class Focus:
    """A criterion that carries weight in a beat, with a short example of level 3 from another situation."""

    criterion: Criterion
    weight: int
    example: str


@dataclass(frozen=True, slots=True)
class PracticeReply:
    """An authored agent's reply of known quality, for bots and for the warm-up; `why` says in a sentence what it does."""

    quality: Quality
    text: str
    actions: tuple[ActionKind, ...]
    offer: str | None
    why: str


@dataclass(frozen=True, slots=True)
class BeatPlan:
    """One authored exchange: what is in focus (one to four criteria), what the customer can say and needs most."""

    kind: BeatKind
    goal: str
    focus: tuple[Focus, ...]
    techniques: tuple[str, ...]
    lines: tuple[SuggestedLine, ...]
    practice: tuple[PracticeReply, ...]
    need: Need | None = None


@dataclass(frozen=True, slots=True)
class Return:
    """How a customer who comes back opens, by how this team left them: their heat and their first words."""

    outcome: OutcomeKind
    heat: int
    opening: str


@dataclass(frozen=True, slots=True)
class Scenario:
    """Everything one situation needs. `version` is a digest of its source; money is in whole units of `currency`.

    `apology` is the kind that fits; with `limited_recourse` little can be given. A sequel names the scenario before it in
    `sequel_of`, and in `returns` how its customer opens for teams that have played that one.
    """

    slug: str
    version: str
    language: str
    title: str
    summary: str
    industry: str
    company: str
    channel: Channel
    difficulty: int
    company_at_fault: bool
    persona: Persona
    opening: str
    opening_heat: int
    story: str
    triggers: tuple[str, ...]
    softeners: tuple[str, ...]
    case: str
    policy: tuple[str, ...]
    currency: str
    authority: int
    fair_min: int
    fair_max: int
    facts: tuple[Fact, ...]
    offers: tuple[Offer, ...]
    effects: tuple[ActionEffect, ...]
    wildcards: tuple[Wildcard, ...]
    beats: tuple[BeatPlan, ...]
    silence: str
    outcomes: tuple[tuple[OutcomeKind, str], ...]
    word_of_mouth: tuple[tuple[OutcomeKind, str], ...]
    techniques: tuple[str, ...]
    apology: ApologyKind = "inconvenience"
    limited_recourse: bool = False
    sequel_of: str = ""
    returns: tuple[Return, ...] = ()
    echoes: tuple[Echo, ...] = ()

    def offer(self, offer_id: str) -> Offer | None:
        return next((offer for offer in self.offers if offer.id == offer_id), None)

    def labelled(self, label: str | None) -> Offer | None:
        """The offer that a customer hears under this label."""
        return next((offer for offer in self.offers if offer.label == label), None)

    def fact(self, fact_id: str) -> Fact | None:
        return next((fact for fact in self.facts if fact.id == fact_id), None)

    def effect(self, action: ActionKind) -> ActionEffect | None:
        return next((effect for effect in self.effects if effect.action == action), None)


def plan_beats(scenario: Scenario, form: Form) -> tuple[BeatPlan, ...]:
    """The beats to play. The short form joins the middle beat to its neighbours: its lines to both, its heaviest
    criterion to the first and its second heaviest to the last, never more than four each, with weights that sum to 100.
    """
    if form == "long" or len(scenario.beats) < 3:
        return scenario.beats
    first, middle, last = scenario.beats[0], scenario.beats[1], scenario.beats[-1]
    ranked = sorted(middle.focus, key=lambda focus: -focus.weight)
    return (
        replace(first, focus=_join(first.focus, ranked[:1]), lines=first.lines + middle.lines),
        replace(last, focus=_join(last.focus, ranked[1:2]), lines=middle.lines + last.lines),
    )


def _join(focus: tuple[Focus, ...], more: list[Focus]) -> tuple[Focus, ...]:
    have = {item.criterion for item in focus}
    joined = (*focus, *(item for item in more if item.criterion not in have))
    kept = sorted(joined, key=lambda item: -item.weight)[:4]
    whole = sum(item.weight for item in kept)
    shares = [item.weight * 100 // whole for item in kept]
    shares[0] += 100 - sum(shares)  # what rounding left over, so that phones show weights that add up
    return tuple(replace(item, weight=share) for item, share in zip(kept, shares, strict=True))
