"""The tables of the store, as SQLModel classes. Knows nothing of who writes or reads them.

Times are milliseconds since the epoch. A change here needs a migration (`game/store/migrations`); a test compares the two.
Annotations are evaluated here, because SQLModel reads them when a class is made.
"""

from typing import Any, ClassVar, Final

from sqlalchemy import BigInteger, MetaData, Table, Text, false
from sqlalchemy.orm import registry
from sqlmodel import Field, SQLModel

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(SQLModel, registry=registry(metadata=MetaData(naming_convention=NAMES))):
    """What every table of the store shares: one catalogue, with a name for each constraint."""


def _workshop() -> Any:
    """The column that ties a row to its workshop: purging the workshop takes the row with it."""
    return Field(primary_key=True, foreign_key="workshops.id", ondelete="CASCADE")


# --- the log


class WorkshopRow(Base, table=True):
    """A workshop with the version its log has reached, so that a writer who is behind is found out at once.

    `code_key` is the join code without letter case. Of what happened up to version `forgotten` no records are kept.
    """

    __tablename__: ClassVar[Any] = "workshops"

    id: str = Field(primary_key=True)
    code: str
    code_key: str = Field(unique=True)
    title: str
    season: str = Field(index=True)
    opened_at: int = Field(sa_type=BigInteger)
    last_at: int = Field(sa_type=BigInteger)
    rehearsal: bool
    keep_days: int
    phase: str
    version: int
    forgotten: int = 0
    practice: bool = Field(default=False, sa_column_kwargs={"server_default": false()})


class EventRow(Base, table=True):
    """One event: what it is (`kind`, and the `shape` that its JSON had when it was written) without what people wrote."""

    __tablename__: ClassVar[Any] = "events"

    workshop: str = _workshop()
    version: int = Field(primary_key=True)
    at: int = Field(sa_type=BigInteger)
    kind: str
    shape: int
    body: str = Field(sa_type=Text)


class ReceiptRow(Base, table=True):
    """A command that was carried out, and the version after it."""

    __tablename__: ClassVar[Any] = "receipts"

    workshop: str = _workshop()
    actor: str = Field(primary_key=True)
    command: str = Field(primary_key=True)
    version: int


class WordsRow(Base, table=True):
    """What a person wrote. Deleting the row erases it; the log keeps its shape."""

    __tablename__: ClassVar[Any] = "words"

    workshop: str = _workshop()
    ref: str = Field(primary_key=True)
    seat: str | None
    text: str = Field(sa_type=Text)


class DraftRow(Base, table=True):
    """What an agent has typed so far; `actions` is a JSON list."""

    __tablename__: ClassVar[Any] = "drafts"

    workshop: str = _workshop()
    seat: str = Field(primary_key=True)
    text: str = Field(sa_type=Text)
    actions: str
    offer: str | None


class AliveRow(Base, table=True):
    """When a table last had this workshop open."""

    __tablename__: ClassVar[Any] = "alive"

    workshop: str = _workshop()
    at: int = Field(sa_type=BigInteger)


# --- people


class SeatRow(Base, table=True):
    """Who sits where. The name is in `words` under `name_ref`."""

    __tablename__: ClassVar[Any] = "seats"

    workshop: str = _workshop()
    seat: str = Field(primary_key=True)
    player: str = Field(index=True)
    bot: bool
    gone: bool
    erased: bool
    name_ref: str


class PassRow(Base, table=True):
    """Whose private key this is; only its hash is kept."""

    __tablename__: ClassVar[Any] = "passes"

    pass_hash: str = Field(primary_key=True)
    player: str = Field(index=True)


class AccountRow(Base, table=True):
    """A facilitator. `version` grows with every new password and so ends earlier sign-ins."""

    __tablename__: ClassVar[Any] = "accounts"

    id: str = Field(primary_key=True)
    name: str
    name_key: str = Field(unique=True)
    password_hash: str
    version: int


class InvitationRow(Base, table=True):
    """A link for one more facilitator, by its hash; used up, it is deleted."""

    __tablename__: ClassVar[Any] = "invitations"

    token_hash: str = Field(primary_key=True)
    expires_at: int = Field(sa_type=BigInteger)


class SecretRow(Base, table=True):
    """A key that this server made for itself."""

    __tablename__: ClassVar[Any] = "secrets"

    name: str = Field(primary_key=True)
    value: bytes


# --- records: what could be built again from the log


class PositionRow(Base, table=True):
    """How far the records have followed a workshop's log."""

    __tablename__: ClassVar[Any] = "positions"

    workshop: str = _workshop()
    version: int


class ResultRow(Base, table=True):
    """One seat's round. `parts` and `levels` are JSON lists of pairs."""

    __tablename__: ClassVar[Any] = "results"

    workshop: str = _workshop()
    round: int = Field(primary_key=True)
    seat: str = Field(primary_key=True)
    team: str | None
    scenario: str
    role: str
    points: float
    parts: str = Field(sa_type=Text)
    levels: str = Field(sa_type=Text)
    aim_met: bool | None
    at: int = Field(sa_type=BigInteger)


class TeamResultRow(Base, table=True):
    """One team's round. `parts` is a JSON list of pairs, `heat` a JSON list of numbers."""

    __tablename__: ClassVar[Any] = "team_results"

    workshop: str = _workshop()
    round: int = Field(primary_key=True)
    team: str = Field(primary_key=True)
    scenario: str
    points: float
    parts: str = Field(sa_type=Text)
    outcome: str | None
    heat: str
    at: int = Field(sa_type=BigInteger)


class AwardRow(Base, table=True):
    """A badge that a seat was given."""

    __tablename__: ClassVar[Any] = "awards"

    workshop: str = _workshop()
    seat: str = Field(primary_key=True)
    badge: str = Field(primary_key=True)
    round: int = Field(primary_key=True)
    at: int = Field(sa_type=BigInteger)


# --- the same tables as statements name them

METADATA: Final = Base.metadata
WORKSHOPS: Final[Table] = METADATA.tables["workshops"]
EVENTS: Final[Table] = METADATA.tables["events"]
RECEIPTS: Final[Table] = METADATA.tables["receipts"]
WORDS: Final[Table] = METADATA.tables["words"]
DRAFTS: Final[Table] = METADATA.tables["drafts"]
ALIVE: Final[Table] = METADATA.tables["alive"]
SEATS: Final[Table] = METADATA.tables["seats"]
PASSES: Final[Table] = METADATA.tables["passes"]
ACCOUNTS: Final[Table] = METADATA.tables["accounts"]
INVITATIONS: Final[Table] = METADATA.tables["invitations"]
SECRETS: Final[Table] = METADATA.tables["secrets"]
POSITIONS: Final[Table] = METADATA.tables["positions"]
RESULTS: Final[Table] = METADATA.tables["results"]
TEAM_RESULTS: Final[Table] = METADATA.tables["team_results"]
AWARDS: Final[Table] = METADATA.tables["awards"]
