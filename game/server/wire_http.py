"""What travels over the HTTP API. Knows nothing of the handlers behind it."""

from typing import Any, Literal

from pydantic import Field

from game.core.documents import MarkView
from game.core.ids import Criterion
from game.core.scenario import ActionKind, Channel, Form, Quality
from game.core.settings import LINE_LENGTH, MOST_TEAM, TITLE_LENGTH, WarmUpKind
from game.core.state import WorkshopPhase
from game.core.views.grants import DocumentName
from game.runtime.preview import Moment
from game.server.wire import InModel, OutModel

LONGEST_SECRET = 200


# --- players


class WorkshopCardOut(OutModel):
    """What a phone may know of a workshop before it joins."""

    code: str
    title: str
    season: str
    locked: bool
    rehearsal: bool
    keep_days: int
    players: int


class JoinIn(InModel):
    """Take a seat. `pass` is the player's private key from an earlier workshop: the same person again.

    `key` is unguessable and the page's own: with the same one, a newcomer whose answer was lost on its way gets the same seat.
    """

    code: str = Field(max_length=40)
    nickname: str
    avatar: str = Field(max_length=32)
    private_pass: str | None = Field(default=None, alias="pass", max_length=LONGEST_SECRET)
    key: str | None = Field(default=None, min_length=32, max_length=LONGEST_SECRET)


class JoinedOut(OutModel):
    """`ticket` opens the socket; `pass` is for this player's next workshop, and for nobody else."""

    ticket: str
    seat: str
    code: str
    private_pass: str = Field(serialization_alias="pass")


# --- content


class NicknamePartsOut(OutModel):
    adjectives: tuple[str, ...]
    nouns: tuple[str, ...]


class TipOut(OutModel):
    """What to do, a phrase to say, and one to avoid."""

    title: str
    tip: str
    say: str
    avoid: str


class WarmUpReplyOut(OutModel):
    quality: Quality
    text: str
    actions: tuple[ActionKind, ...]
    offer: str | None
    why: str


class WarmUpOut(OutModel):
    """Known replies to judge while the room fills. `worst` is the customer's line in *make it worse*."""

    situation: str
    customer: str
    replies: tuple[WarmUpReplyOut, ...]
    worst: str


class BadgeOut(OutModel):
    id: str
    name: str
    icon: str
    description: str
    tier: Literal["bronze", "silver", "gold"]


class ContentOut(OutModel):
    """What the pages show of the content packs. `tips` go by technique."""

    avatars: tuple[str, ...]
    nickname_parts: NicknamePartsOut
    tips: dict[str, TipOut]
    warmup: WarmUpOut
    breather: tuple[str, ...]
    badges: tuple[BadgeOut, ...]


class ScenarioCardOut(OutModel):
    """A scenario as a facilitator chooses it. `abusive`: it holds an over-the-line card. `difficulty` is 1 to 4.

    `language` is a tag such as en or pt-BR; `pack` is the name of the pack that added it, "" for what ships.
    """

    slug: str
    title: str
    summary: str
    industry: str
    channel: Channel
    difficulty: int
    company_at_fault: bool
    abusive: bool
    beats: int
    language: str
    pack: str


class FaultOut(OutModel):
    """One thing to mend in a pack. `line` counts from 1; 0 and an empty `field` mean the file as a whole."""

    file: str
    line: int
    field: str
    sentence: str
    remedy: str


class PackOut(OutModel):
    """An added pack with the slugs of its scenarios. One that has `faults` by now cannot be played."""

    id: str
    name: str
    languages: tuple[str, ...]
    scenarios: tuple[str, ...]
    faults: tuple[FaultOut, ...]


class PacksOut(OutModel):
    """Every added pack, and the most bytes that one may have as a file."""

    packs: tuple[PackOut, ...]
    largest: int


class PackAddedOut(OutModel):
    """`replaced`: an older version of this pack was there before."""

    pack: PackOut
    replaced: bool


class FrameOut(OutModel):
    """What one phone is sent at one moment: before the beats (`beat` 0) or in one of them. `documents` go by their names."""

    moment: Moment
    beat: int
    documents: dict[DocumentName, Any]


class PreviewOut(OutModel):
    """A scenario as phones show it."""

    title: str
    frames: tuple[FrameOut, ...]


# --- practice


class PracticeCardOut(OutModel):
    """A scenario as somebody chooses it who plays alone. `trains` are its criteria in focus, the heaviest first."""

    slug: str
    title: str
    summary: str
    industry: str
    company: str
    channel: Channel
    difficulty: int
    trains: tuple[Criterion, ...]
    sequel_of: str


class PracticeOut(OutModel):
    """What can be practised, the gentlest first; nothing where this server has no practice. `keep_days` 0 is for good."""

    scenarios: tuple[PracticeCardOut, ...]
    keep_days: int


class PracticeIn(InModel):
    """Begin to practise. With the `ticket` of a practice it goes on there, else a new one is opened."""

    scenario: str = Field(max_length=LONGEST_SECRET)
    timed: bool = False
    nickname: str | None = None
    avatar: str | None = Field(default=None, max_length=32)
    ticket: str | None = Field(default=None, max_length=2_000)


# --- facilitators


class MeOut(OutModel):
    """`set_up`: a first facilitator exists."""

    signed_in: bool
    name: str
    set_up: bool


class SetUpIn(InModel):
    """The first facilitator, with the token that the server printed when it first started."""

    token: str = Field(max_length=LONGEST_SECRET)
    name: str = Field(max_length=LONGEST_SECRET)
    password: str = Field(max_length=LONGEST_SECRET)


class SignInIn(InModel):
    name: str = Field(max_length=LONGEST_SECRET)
    password: str = Field(max_length=LONGEST_SECRET)


class AcceptInvitationIn(InModel):
    """One more facilitator, with the token of an invitation link."""

    token: str = Field(max_length=LONGEST_SECRET)
    name: str = Field(max_length=LONGEST_SECRET)
    password: str = Field(max_length=LONGEST_SECRET)


class InvitationOut(OutModel):
    """A link that makes one more facilitator, once."""

    link: str


# --- workshops


class WeightsIn(InModel):
    """How a reply's points are put together. Any numbers of which one is above zero; their sum is 100 %."""

    rubric: int = Field(default=50, ge=0, le=100)
    peers: int = Field(default=30, ge=0, le=100)
    customer: int = Field(default=20, ge=0, le=100)


class WorstIn(InModel):
    """The worst reply that somebody can think of."""

    text: str = Field(max_length=LINE_LENGTH)


class WorstOut(OutModel):
    """What it broke most: the criterion (null where nothing is wrong with it), why, and the characters that did it.

    `reason` is empty, and `start` and `end` are 0, where it is what the reply lacks.
    """

    criterion: Criterion | None
    reason: str
    start: int
    end: int


class OpenWorkshopIn(InModel):
    """What a facilitator may choose; every field that is missing gets a good default."""

    title: str | None = Field(default=None, max_length=TITLE_LENGTH)
    season: str | None = Field(default=None, max_length=TITLE_LENGTH)
    playlist: tuple[str, ...] | None = Field(default=None, max_length=12)
    forms: tuple[Form, ...] | None = Field(default=None, max_length=12)
    minutes: int = Field(default=45, ge=10, le=480)
    team_size: int = Field(default=5, ge=3, le=MOST_TEAM)
    rehearsal: bool = False
    weights: WeightsIn | None = None
    timed: bool = True
    keep_days: int = Field(default=90, ge=0, le=3650)
    warm_up: WarmUpKind = "judge"


class OpenedOut(OutModel):
    code: str


class WorkshopRowOut(OutModel):
    """`opened_at` is in milliseconds since the epoch."""

    code: str
    title: str
    opened_at: int
    phase: WorkshopPhase
    players: int


class AddressesOut(OutModel):
    """The addresses that the QR can carry, and how many distinct phones have reached this server in the workshop."""

    chosen: str
    candidates: tuple[str, ...]
    phones: int


class MarksOut(OutModel):
    """All marks of one reply, with their evidence."""

    marks: tuple[MarkView, ...]


class JoinLinkOut(OutModel):
    """The link that the QR holds, as public as the QR."""

    link: str


class ChooseAddressIn(InModel):
    url: str = Field(max_length=LONGEST_SECRET)


class SeatBotsIn(InModel):
    players: int = Field(ge=1, le=200)


class DoneOut(OutModel):
    ok: Literal[True] = True


class HealthOut(OutModel):
    ok: Literal[True] = True
    version: str
    workshops: int
    connections: int


class ProblemOut(OutModel):
    """Every answer with a status of 400 and above: a stable `code`, and a `sentence` to show."""

    code: str
    sentence: str


class PackProblemOut(ProblemOut):
    """Why a pack was not added, with everything that its author has to mend."""

    faults: tuple[FaultOut, ...]
