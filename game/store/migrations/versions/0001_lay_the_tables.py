"""Lay the tables."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0001"
down_revision: str | None = None
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "accounts",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("name_key", sa.String(), nullable=False),
        sa.Column("password_hash", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_accounts")),
        sa.UniqueConstraint("name_key", name=op.f("uq_accounts_name_key")),
    )
    op.create_table(
        "invitations",
        sa.Column("token_hash", sa.String(), nullable=False),
        sa.Column("expires_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_invitations")),
    )
    op.create_table(
        "passes",
        sa.Column("pass_hash", sa.String(), nullable=False),
        sa.Column("player", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("pass_hash", name=op.f("pk_passes")),
    )
    op.create_index("ix_passes_player", "passes", ["player"], unique=False)
    op.create_table(
        "secrets",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("value", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_secrets")),
    )
    op.create_table(
        "workshops",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("code_key", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("season", sa.String(), nullable=False),
        sa.Column("opened_at", sa.BigInteger(), nullable=False),
        sa.Column("last_at", sa.BigInteger(), nullable=False),
        sa.Column("rehearsal", sa.Boolean(), nullable=False),
        sa.Column("keep_days", sa.Integer(), nullable=False),
        sa.Column("phase", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("forgotten", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_workshops")),
        sa.UniqueConstraint("code_key", name=op.f("uq_workshops_code_key")),
    )
    op.create_index("ix_workshops_season", "workshops", ["season"], unique=False)
    op.create_table(
        "alive",
        sa.Column("workshop", sa.String(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["workshop"], ["workshops.id"], name=op.f("fk_alive_workshop"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("workshop", name=op.f("pk_alive")),
    )
    op.create_table(
        "awards",
        sa.Column("workshop", sa.String(), nullable=False),
        sa.Column("seat", sa.String(), nullable=False),
        sa.Column("badge", sa.String(), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["workshop"], ["workshops.id"], name=op.f("fk_awards_workshop"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("workshop", "seat", "badge", "round", name=op.f("pk_awards")),
    )
    op.create_table(
        "drafts",
        sa.Column("workshop", sa.String(), nullable=False),
        sa.Column("seat", sa.String(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("actions", sa.String(), nullable=False),
        sa.Column("offer", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["workshop"], ["workshops.id"], name=op.f("fk_drafts_workshop"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("workshop", "seat", name=op.f("pk_drafts")),
    )
    op.create_table(
        "events",
        sa.Column("workshop", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("shape", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["workshop"], ["workshops.id"], name=op.f("fk_events_workshop"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("workshop", "version", name=op.f("pk_events")),
    )
    op.create_table(
        "positions",
        sa.Column("workshop", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["workshop"], ["workshops.id"], name=op.f("fk_positions_workshop"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("workshop", name=op.f("pk_positions")),
    )
    op.create_table(
        "receipts",
        sa.Column("workshop", sa.String(), nullable=False),
        sa.Column("actor", sa.String(), nullable=False),
        sa.Column("command", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["workshop"], ["workshops.id"], name=op.f("fk_receipts_workshop"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("workshop", "actor", "command", name=op.f("pk_receipts")),
    )
    op.create_table(
        "results",
        sa.Column("workshop", sa.String(), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("seat", sa.String(), nullable=False),
        sa.Column("team", sa.String(), nullable=True),
        sa.Column("scenario", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("points", sa.Float(), nullable=False),
        sa.Column("parts", sa.Text(), nullable=False),
        sa.Column("levels", sa.Text(), nullable=False),
        sa.Column("aim_met", sa.Boolean(), nullable=True),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["workshop"], ["workshops.id"], name=op.f("fk_results_workshop"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("workshop", "round", "seat", name=op.f("pk_results")),
    )
    op.create_table(
        "seats",
        sa.Column("workshop", sa.String(), nullable=False),
        sa.Column("seat", sa.String(), nullable=False),
        sa.Column("player", sa.String(), nullable=False),
        sa.Column("bot", sa.Boolean(), nullable=False),
        sa.Column("gone", sa.Boolean(), nullable=False),
        sa.Column("erased", sa.Boolean(), nullable=False),
        sa.Column("name_ref", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["workshop"], ["workshops.id"], name=op.f("fk_seats_workshop"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("workshop", "seat", name=op.f("pk_seats")),
    )
    op.create_index("ix_seats_player", "seats", ["player"], unique=False)
    op.create_table(
        "team_results",
        sa.Column("workshop", sa.String(), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("team", sa.String(), nullable=False),
        sa.Column("scenario", sa.String(), nullable=False),
        sa.Column("points", sa.Float(), nullable=False),
        sa.Column("parts", sa.Text(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=True),
        sa.Column("heat", sa.String(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["workshop"], ["workshops.id"], name=op.f("fk_team_results_workshop"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("workshop", "round", "team", name=op.f("pk_team_results")),
    )
    op.create_table(
        "words",
        sa.Column("workshop", sa.String(), nullable=False),
        sa.Column("ref", sa.String(), nullable=False),
        sa.Column("seat", sa.String(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["workshop"], ["workshops.id"], name=op.f("fk_words_workshop"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("workshop", "ref", name=op.f("pk_words")),
    )


def downgrade() -> None:
    op.drop_table("words")
    op.drop_table("team_results")
    op.drop_index("ix_seats_player", "seats")
    op.drop_table("seats")
    op.drop_table("results")
    op.drop_table("receipts")
    op.drop_table("positions")
    op.drop_table("events")
    op.drop_table("drafts")
    op.drop_table("awards")
    op.drop_table("alive")
    op.drop_index("ix_workshops_season", "workshops")
    op.drop_table("workshops")
    op.drop_table("secrets")
    op.drop_index("ix_passes_player", "passes")
    op.drop_table("passes")
    op.drop_table("invitations")
    op.drop_table("accounts")
