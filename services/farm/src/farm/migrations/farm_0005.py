"""Blocks of farms and by hand, medicines, health records, quarantines of farms."""

import sqlalchemy as sa
from alembic import op

revision = "farm_0005"
down_revision = "farm_0004"
branch_labels = None
depends_on = None

_TIME = sa.DateTime(timezone=True)
_OPEN = sa.text("cleared_at IS NULL")


def upgrade() -> None:
    op.create_index("livestock_farm_id_id_idx", "livestock", ["farm_id", "id"])
    _blocks()
    _medicines()
    _records()
    _quarantines()


def _blocks() -> None:
    op.alter_column("sale_blocks", "livestock_id", nullable=True)
    op.add_column("sale_blocks", sa.Column("farm_id", sa.Uuid))
    op.create_foreign_key("sale_blocks_farm_id_fkey", "sale_blocks", "farms", ["farm_id"], ["id"])
    op.create_check_constraint(
        op.f("sale_blocks_subject_check"), "sale_blocks", "num_nonnulls(livestock_id, farm_id) = 1"
    )
    op.create_check_constraint(
        op.f("sale_blocks_farm_until_check"), "sale_blocks", "until IS NULL OR livestock_id IS NOT NULL"
    )
    op.create_check_constraint(
        op.f("sale_blocks_reason_check"),
        "sale_blocks",
        "reason IN ('withdrawal_period', 'quarantine', 'withdraw_requested', 'claim', 'dispute', 'contest', 'other')",
    )
    op.create_index("sale_blocks_farm_source_key", "sale_blocks", ["farm_id", "reason", "source_id"], unique=True)
    op.create_index("sale_blocks_farm_standing_idx", "sale_blocks", ["farm_id"], postgresql_where=_OPEN)
    op.create_index("sale_blocks_until_idx", "sale_blocks", ["until"], postgresql_where=_OPEN)
    op.create_table(
        "sale_block_acts",
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("block_id", sa.Uuid, nullable=False),
        sa.Column("action", sa.String(10), nullable=False),
        sa.Column("acted_by", sa.Uuid, nullable=False),
        sa.Column("acted_at", _TIME, nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="sale_block_acts_pkey"),
        sa.ForeignKeyConstraint(["block_id"], ["sale_blocks.id"], name="sale_block_acts_block_id_fkey"),
        sa.CheckConstraint("action IN ('placed', 'cleared')", name=op.f("sale_block_acts_action_check")),
    )
    op.create_index("sale_block_acts_action_key", "sale_block_acts", ["block_id", "action"], unique=True)


def _medicines() -> None:
    op.create_table(
        "medicines",
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("active_substance", sa.String(200), nullable=False),
        sa.Column("prescription_only", sa.Boolean, nullable=False),
        sa.Column("created_at", _TIME, nullable=False),
        sa.Column("retired_at", _TIME),
        sa.PrimaryKeyConstraint("id", name="medicines_pkey"),
    )
    op.create_index(
        "medicines_name_key",
        "medicines",
        [sa.text("lower(name)")],
        unique=True,
        postgresql_where=sa.text("retired_at IS NULL"),
    )
    op.create_table(
        "medicine_withdrawals",
        sa.Column("medicine_id", sa.Uuid, nullable=False),
        sa.Column("livestock_type_id", sa.Uuid, nullable=False),
        sa.Column("meat_days", sa.Integer, nullable=False),
        sa.Column("milk_days", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("medicine_id", "livestock_type_id", name="medicine_withdrawals_pkey"),
        sa.ForeignKeyConstraint(["medicine_id"], ["medicines.id"], name="medicine_withdrawals_medicine_id_fkey"),
        sa.ForeignKeyConstraint(
            ["livestock_type_id"], ["livestock_types.id"], name="medicine_withdrawals_livestock_type_id_fkey"
        ),
        sa.CheckConstraint("meat_days BETWEEN 0 AND 730", name=op.f("medicine_withdrawals_meat_days_check")),
        sa.CheckConstraint("milk_days BETWEEN 0 AND 730", name=op.f("medicine_withdrawals_milk_days_check")),
    )
    op.create_index("medicine_withdrawals_livestock_type_id_idx", "medicine_withdrawals", ["livestock_type_id"])


def _records() -> None:
    op.create_table(
        "health_records",
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("livestock_id", sa.Uuid, nullable=False),
        sa.Column("record_type", sa.String(20), nullable=False),
        sa.Column("occurred_at", _TIME, nullable=False),
        sa.Column("recorded_at", _TIME, nullable=False),
        sa.Column("recorded_by", sa.Uuid, nullable=False),
        sa.Column("description", sa.Text),
        sa.Column("diagnosis", sa.Text),
        sa.Column("treatment", sa.Text),
        sa.Column("veterinarian_notes", sa.Text),
        sa.Column("cost_minor", sa.BigInteger),
        sa.Column("currency", sa.CHAR(3)),
        sa.Column("medicine_id", sa.Uuid),
        sa.Column("medicine_name", sa.String(200)),
        sa.Column("dose", sa.String(100)),
        sa.Column("last_administered_at", _TIME),
        sa.Column("meat_days", sa.Integer),
        sa.Column("milk_days", sa.Integer),
        sa.Column("meat_until", _TIME),
        sa.Column("milk_until", _TIME),
        sa.Column("next_checkup_on", sa.Date),
        sa.Column("is_due", sa.Boolean, nullable=False),
        sa.Column("supersedes_id", sa.Uuid),
        sa.Column("superseded_at", _TIME),
        sa.PrimaryKeyConstraint("id", name="health_records_pkey"),
        sa.ForeignKeyConstraint(["livestock_id"], ["livestock.id"], name="health_records_livestock_id_fkey"),
        sa.ForeignKeyConstraint(["medicine_id"], ["medicines.id"], name="health_records_medicine_id_fkey"),
        sa.ForeignKeyConstraint(["supersedes_id"], ["health_records.id"], name="health_records_supersedes_id_fkey"),
        sa.UniqueConstraint("supersedes_id", name="health_records_supersedes_id_key"),
        sa.CheckConstraint(
            "CASE record_type WHEN 'treatment' THEN medicine_id IS NOT NULL WHEN 'vaccination' THEN true "
            "WHEN 'checkup' THEN medicine_id IS NULL WHEN 'quarantine_start' THEN medicine_id IS NULL "
            "WHEN 'quarantine_end' THEN medicine_id IS NULL ELSE false END",
            name=op.f("health_records_record_type_check"),
        ),
        sa.CheckConstraint(
            "num_nulls(medicine_id, medicine_name, dose, last_administered_at, meat_days, milk_days, meat_until, "
            "milk_until) IN (0, 8)",
            name=op.f("health_records_medicine_check"),
        ),
        sa.CheckConstraint("least(meat_days, milk_days) >= 0", name=op.f("health_records_days_check")),
        sa.CheckConstraint(
            "least(meat_until, milk_until) >= last_administered_at", name=op.f("health_records_until_check")
        ),
        sa.CheckConstraint(
            "occurred_at <= recorded_at AND last_administered_at BETWEEN occurred_at AND recorded_at",
            name=op.f("health_records_recorded_at_check"),
        ),
        sa.CheckConstraint(
            "num_nulls(cost_minor, currency) IN (0, 2) AND cost_minor >= 0", name=op.f("health_records_cost_check")
        ),
        sa.CheckConstraint(
            "NOT is_due OR (next_checkup_on IS NOT NULL AND superseded_at IS NULL)",
            name=op.f("health_records_is_due_check"),
        ),
    )
    op.create_index(
        "health_records_livestock_id_occurred_at_id_idx", "health_records", ["livestock_id", "occurred_at", "id"]
    )
    op.create_index(
        "health_records_due_idx", "health_records", ["next_checkup_on", "id"], postgresql_where=sa.text("is_due")
    )


def _quarantines() -> None:
    op.create_table(
        "farm_quarantines",
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("farm_id", sa.Uuid, nullable=False),
        sa.Column("started_at", _TIME, nullable=False),
        sa.Column("started_by", sa.Uuid, nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("ended_at", _TIME),
        sa.Column("ended_by", sa.Uuid),
        sa.Column("end_note", sa.Text),
        sa.PrimaryKeyConstraint("id", name="farm_quarantines_pkey"),
        sa.ForeignKeyConstraint(["farm_id"], ["farms.id"], name="farm_quarantines_farm_id_fkey"),
        sa.CheckConstraint(
            "num_nulls(ended_at, ended_by, end_note) IN (0, 3)", name=op.f("farm_quarantines_ended_check")
        ),
        sa.CheckConstraint("ended_at >= started_at", name=op.f("farm_quarantines_ended_at_check")),
    )
    op.create_index(
        "farm_quarantines_standing_key",
        "farm_quarantines",
        ["farm_id"],
        unique=True,
        postgresql_where=sa.text("ended_at IS NULL"),
    )
    op.create_index("farm_quarantines_farm_id_id_idx", "farm_quarantines", ["farm_id", "id"])
