"""The shape of every content file: types, lengths, closed lists of words. Knows no rule between two fields."""

from typing import Annotated, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from game.core.badges import RuleKind, Tier
from game.core.ids import Criterion
from game.core.scenario import ActionKind, ApologyKind, BeatKind, Channel, Need, OutcomeKind, Quality, WildcardKind
from game.core.settings import REPLY_LENGTH

TECHNIQUES: Final = tuple(f"T{number:02}" for number in range(1, 31))

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
Label = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=80)]
Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=400)]
Prose = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=1600)]
Emoji = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=12)]
Technique = Annotated[str, Field(pattern=r"^T(0[1-9]|[12][0-9]|30)$")]
Language = Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
Money = Annotated[int, Field(ge=0, le=1_000_000)]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class PersonaIn(_Part):
    """Who the customer is."""

    name: Label
    avatar: Emoji = Field(description="One emoji.")
    voice: Line = Field(description="How they talk, in one line.")


class FactIn(_Part):
    """Something true in this situation."""

    id: Slug
    text: Line
    hidden: bool = Field(False, description="Nobody but the customer knows it until it is asked for or looked up.")
    omission: bool = Field(False, description="The step that the customer's story skips. At least one fact must be one.")
    reply: str = Field("", max_length=400, description="What the customer says when it comes out.")
    asked: list[Label] = Field(default_factory=list, description="Lower-case words by which a question for it is recognised.")


class OfferIn(_Part):
    """A remedy that agents can put on the table."""

    id: Slug
    label: Line
    cost: Money = Field(description="What it costs the company, in whole units of the currency.")
    creative: bool = Field(False, description="A partial or unusual resolution.")
    reaction: Line = Field(description="The customer's line on hearing it.")


class EffectIn(_Part):
    """What an action other than an offer does here."""

    action: Literal["look_up", "call_back", "record", "set_limit", "escalate", "close"]
    facts: list[Slug] = Field(default_factory=list, description="Facts it brings up; for look_up only.")
    due_in: Annotated[int, Field(ge=0, le=2)] | None = Field(
        None, description="Beats until a promise is due: 0 within the same beat, 1 in the next. Leave out for no promise."
    )
    result: Line = Field(description="What the agents read after it.")
    reaction: Line = Field(description="What the customer says.")


class WildcardIn(_Part):
    """A card that the customer may play once."""

    kind: WildcardKind
    text: Line
    abusive: bool = Field(False, description="True for over_the_line, and only there.")
    from_beat: Annotated[int, Field(ge=1, le=3)] = Field(1, description="The first beat in which it can be played.")


class FocusIn(_Part):
    """A criterion that carries weight in a beat."""

    criterion: Criterion
    weight: Annotated[int, Field(ge=5, le=100)] = Field(description="The weights of a beat add up to 100.")
    example: Line = Field(description="A short example of level 3, from another situation.")


class LinesIn(_Part):
    """Lines the customer can say with one tap: at any heat, from heat 50, below heat 50."""

    any: list[Line] = Field(default_factory=list, max_length=12)
    hot: list[Line] = Field(default_factory=list, max_length=12)
    soft: list[Line] = Field(default_factory=list, max_length=12)


class EchoesIn(_Part):
    """What the customer says first to a reply that heard them, argued with them, or passed them by."""

    heard: list[Line] = Field(default_factory=list, max_length=6)
    argued: list[Line] = Field(default_factory=list, max_length=6)
    ignored: list[Line] = Field(default_factory=list, max_length=6)


class PracticeIn(_Part):
    """An agent's reply of known quality."""

    quality: Quality
    text: Annotated[Prose, Field(max_length=REPLY_LENGTH)] = Field(description="What the agent sends.")
    actions: list[ActionKind] = Field(default_factory=list)
    offer: Slug | None = None
    why: Line = Field(description="One sentence on what the reply does.")


class BeatIn(_Part):
    """One exchange."""

    kind: BeatKind
    goal: Line
    focus: Annotated[list[FocusIn], Field(min_length=1, max_length=4)]
    techniques: Annotated[list[Technique], Field(min_length=1, max_length=10)]
    need: Need | None = Field(None, description="What the customer needs most here; a bot seals it.")
    lines: LinesIn
    practice: list[PracticeIn]


class ReturnIn(_Part):
    """How the customer of a sequel opens for a team that left them with this outcome."""

    outcome: OutcomeKind
    heat: Annotated[int, Field(ge=10, le=94)]
    opening: Prose


class PackIn(_Part):
    """The file of a pack: what it is called, and the language of its scenarios that state none."""

    name: Label
    language: Language | None = None


class ScenarioIn(_Part):
    """One authored situation."""

    slug: Slug = Field(description="Also the name of the file, without .yaml.")
    language: Language = Field("en", description="A tag such as en or pt-BR; without it the pack's.")
    title: Label
    summary: Line
    industry: Label
    company: Label
    channel: Channel
    difficulty: Annotated[int, Field(ge=1, le=4)]
    company_at_fault: bool
    apology: ApologyKind = Field("inconvenience", description="Which kind of apology fits.")
    limited_recourse: bool = Field(False, description="True where agents can give little.")
    sequel_of: Slug | None = Field(None, description="The scenario before this one, with the same customer.")
    returns: list[ReturnIn] = Field(default_factory=list, description="For a sequel: one for each outcome of the first part.")
    persona: PersonaIn
    opening: Prose = Field(description="The first thing the customer says, the same for every team.")
    opening_heat: Annotated[int, Field(ge=20, le=94)]
    story: Prose = Field(description="Role card. With the triggers at most 120 words.")
    triggers: Annotated[list[Line], Field(min_length=1, max_length=6)]
    softeners: Annotated[list[Line], Field(min_length=1, max_length=6)]
    case: Prose = Field(description="Case file. With the policy at most 120 words.")
    policy: Annotated[list[Line], Field(min_length=1, max_length=8)]
    currency: Annotated[str, Field(pattern=r"^[A-Z]{3}$")] = Field(description="Three capital letters, such as EUR.")
    authority: Money = Field(description="The most an agent may give away alone.")
    fair_min: Money
    fair_max: Money
    facts: Annotated[list[FactIn], Field(min_length=1, max_length=16)]
    offers: Annotated[list[OfferIn], Field(min_length=1, max_length=10)]
    effects: Annotated[list[EffectIn], Field(max_length=6)]
    wildcards: Annotated[list[WildcardIn], Field(max_length=8)]
    beats: Annotated[list[BeatIn], Field(max_length=3)]
    echoes: EchoesIn = Field(default_factory=lambda: EchoesIn(), description="From the second beat on. Two each play well.")
    silence: Line = Field(description="What the customer says when no reply came at all.")
    outcomes: dict[OutcomeKind, Line]
    word_of_mouth: dict[OutcomeKind, Line]
    techniques: list[Technique] = Field(default_factory=list, description="Techniques in focus beyond those of the beats.")


class RuleIn(_Part):
    kind: RuleKind
    count: Annotated[int, Field(ge=1, le=100)] = 1
    criterion: Criterion | None = None
    threshold: Annotated[int, Field(ge=1, le=100)] | None = None
    ended_at_most: Annotated[int, Field(ge=0, le=100)] | None = None
    outcome: OutcomeKind | None = None
    heard_only: bool = False


class BadgeIn(_Part):
    id: Slug
    name: Label
    icon: Emoji
    description: Line
    tier: Tier
    rule: RuleIn


class BadgesIn(_Part):
    """A file of badges."""

    badges: Annotated[list[BadgeIn], Field(min_length=1, max_length=60)]


class TipIn(_Part):
    technique: Technique
    title: Label
    tip: Line
    say: Line
    avoid: Line


class CoachingIn(_Part):
    """A file of coaching tips."""

    tips: Annotated[list[TipIn], Field(min_length=1, max_length=60)]


class WarmUpReplyIn(_Part):
    quality: Quality
    text: Prose
    why: Line


class WarmUpIn(_Part):
    """The file of the warm-up."""

    situation: Line
    customer: Prose
    replies: Annotated[list[WarmUpReplyIn], Field(min_length=3, max_length=6)]
    worst: Line


class NamesIn(_Part):
    """The file of names."""

    adjectives: Annotated[list[Label], Field(min_length=8, max_length=200)]
    nouns: Annotated[list[Label], Field(min_length=8, max_length=200)]
    avatars: Annotated[list[Emoji], Field(min_length=8, max_length=100)]
    rude_words: Annotated[list[Label], Field(max_length=500)]
    slurs: Annotated[list[Label], Field(max_length=500)]
    rude_parts: Annotated[list[Label], Field(max_length=100)]


class BreatherIn(_Part):
    """The file of suggestions for the breather."""

    suggestions: Annotated[list[Line], Field(min_length=1, max_length=60)]


def json_schema() -> dict[str, object]:
    """The JSON Schema of a scenario file, for completion and hints in an editor."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Simmerdown scenario",
        **{key: value for key, value in ScenarioIn.model_json_schema().items() if key != "title"},
    }
