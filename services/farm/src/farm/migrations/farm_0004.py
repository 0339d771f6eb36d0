"""The register of movements, withdrawals, deaths, claims and births."""

import sqlalchemy as sa
from alembic import op

revision = "farm_0004"
down_revision = "farm_0003"
branch_labels = None
depends_on = None

_TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    _ownership()
    _movements()
    _register_the_past()
    _withdrawals()
    _deaths()
    _claims()
    _births()


def _ownership() -> None:
    op.create_check_constraint("withdrawn_unowned", "livestock", "status <> 'withdrawn' OR owner_id IS NULL")
    op.drop_constraint(op.f("ownership_history_reason_check"), "ownership_history")
    op.create_check_constraint(
        "reason",
        "ownership_history",
        "CASE reason WHEN 'registered' THEN num_nonnulls(owner_id, order_id, price_minor, currency) = 0 "
        "WHEN 'born' THEN num_nonnulls(order_id, price_minor, currency) = 0 "
        "WHEN 'purchased' THEN num_nulls(owner_id, order_id, price_minor, currency) = 0 ELSE false END",
    )


def _movements() -> None:
    op.create_table(
        "livestock_movements",
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("livestock_id", sa.Uuid, nullable=False),
        sa.Column("version", sa.BigInteger, nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("from_farm_id", sa.Uuid),
        sa.Column("to_farm_id", sa.Uuid),
        sa.Column("occurred_at", _TIME, nullable=False),
        sa.Column("recorded_at", _TIME, nullable=False),
        sa.Column("recorded_by", sa.Uuid),
        sa.Column("reference_id", sa.Uuid),
        sa.Column("corrects_id", sa.Uuid),
        sa.PrimaryKeyConstraint("id", name="livestock_movements_pkey"),
        sa.ForeignKeyConstraint(["livestock_id"], ["livestock.id"], name="livestock_movements_livestock_id_fkey"),
        sa.ForeignKeyConstraint(["from_farm_id"], ["farms.id"], name="livestock_movements_from_farm_id_fkey"),
        sa.ForeignKeyConstraint(["to_farm_id"], ["farms.id"], name="livestock_movements_to_farm_id_fkey"),
        sa.ForeignKeyConstraint(
            ["corrects_id"], ["livestock_movements.id"], name="livestock_movements_corrects_id_fkey"
        ),
        sa.UniqueConstraint("corrects_id", name="livestock_movements_corrects_id_key"),
        sa.CheckConstraint(
            "CASE WHEN kind IN ('bought_in', 'born', 'corrected') THEN from_farm_id IS NULL AND to_farm_id IS NOT NULL "
            "WHEN kind = 'moved' THEN from_farm_id <> to_farm_id "
            "WHEN kind = 'sold' THEN from_farm_id = to_farm_id "
            "WHEN kind IN ('withdrawn', 'died') THEN from_farm_id IS NOT NULL AND to_farm_id IS NULL "
            "ELSE false END IS TRUE",
            name=op.f("livestock_movements_farms_check"),
        ),
        sa.CheckConstraint(
            "kind IN ('bought_in', 'moved') OR reference_id IS NOT NULL",
            name=op.f("livestock_movements_reference_id_check"),
        ),
        sa.CheckConstraint(
            "(kind = 'corrected') = (corrects_id IS NOT NULL)", name=op.f("livestock_movements_corrects_id_check")
        ),
        sa.CheckConstraint("occurred_at <= recorded_at", name=op.f("livestock_movements_recorded_at_check")),
    )
    op.create_index(
        "livestock_movements_livestock_id_version_key", "livestock_movements", ["livestock_id", "version"], unique=True
    )
    op.execute("""
        CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
        END $$
    """)
    op.execute("""
        CREATE TRIGGER livestock_movements_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON livestock_movements
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
    """)


def _register_the_past() -> None:
    """Until now an animal came, and was sold: its history of owners has it all, and no animal has left its farm."""
    op.execute("""
        INSERT INTO livestock_movements (
            id, livestock_id, version, kind, from_farm_id, to_farm_id, occurred_at, recorded_at, reference_id
        )
        SELECT o.id, o.livestock_id, row_number() OVER (PARTITION BY o.livestock_id ORDER BY o.started_at),
            CASE o.reason WHEN 'registered' THEN 'bought_in' ELSE 'sold' END,
            CASE o.reason WHEN 'registered' THEN NULL ELSE l.farm_id END,
            l.farm_id, o.started_at, o.started_at, o.order_id
        FROM ownership_history o JOIN livestock l ON l.id = o.livestock_id
    """)


def _withdrawals() -> None:
    opened = "state IN ('requested', 'scheduled')"
    op.create_table(
        "withdrawals",
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("livestock_id", sa.Uuid, nullable=False),
        sa.Column("owner_id", sa.Uuid, nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("transport", sa.Text),
        sa.Column("wished_on", sa.Date, nullable=False),
        sa.Column("requested_at", _TIME, nullable=False),
        sa.Column("scheduled_on", sa.Date),
        sa.Column("fee_minor", sa.BigInteger),
        sa.Column("currency", sa.CHAR(3)),
        sa.Column("rejection", sa.Text),
        sa.Column("decided_at", _TIME),
        sa.Column("decided_by", sa.Uuid),
        sa.Column("ended_at", _TIME),
        sa.PrimaryKeyConstraint("id", name="withdrawals_pkey"),
        sa.ForeignKeyConstraint(["livestock_id"], ["livestock.id"], name="withdrawals_livestock_id_fkey"),
        sa.CheckConstraint(
            "CASE WHEN state IN ('scheduled', 'completed') THEN num_nulls(scheduled_on, fee_minor, currency) = 0 "
            "WHEN state = 'rejected' THEN rejection IS NOT NULL "
            "ELSE state IN ('requested', 'cancelled') END",
            name=op.f("withdrawals_state_check"),
        ),
        sa.CheckConstraint(f"({opened}) = (ended_at IS NULL)", name=op.f("withdrawals_ended_at_check")),
        sa.CheckConstraint("fee_minor >= 0", name=op.f("withdrawals_fee_minor_check")),
    )
    op.create_index(
        "withdrawals_open_key", "withdrawals", ["livestock_id"], unique=True, postgresql_where=sa.text(opened)
    )
    op.create_index("withdrawals_owner_id_id_idx", "withdrawals", ["owner_id", "id"])
    op.create_index("withdrawals_state_id_idx", "withdrawals", ["state", "id"])


def _deaths() -> None:
    op.create_table(
        "deaths",
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("livestock_id", sa.Uuid, nullable=False),
        sa.Column("owner_id", sa.Uuid),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("cause", sa.Text, nullable=False),
        sa.Column("evidence", sa.Text),
        sa.Column("died_at", _TIME, nullable=False),
        sa.Column("value_minor", sa.BigInteger, nullable=False),
        sa.Column("currency", sa.CHAR(3), nullable=False),
        sa.Column("reported_at", _TIME, nullable=False),
        sa.Column("reported_by", sa.Uuid, nullable=False),
        sa.Column("findings", sa.Text),
        sa.Column("confirmed_at", _TIME),
        sa.Column("confirmed_by", sa.Uuid),
        sa.Column("reverted_at", _TIME),
        sa.Column("reverted_by", sa.Uuid),
        sa.Column("reversion", sa.Text),
        sa.PrimaryKeyConstraint("id", name="deaths_pkey"),
        sa.ForeignKeyConstraint(["livestock_id"], ["livestock.id"], name="deaths_livestock_id_fkey"),
        sa.CheckConstraint(
            "CASE state WHEN 'reported' THEN num_nonnulls(confirmed_at, confirmed_by, reverted_at, reverted_by) = 0 "
            "WHEN 'confirmed' THEN num_nulls(confirmed_at, confirmed_by, findings) = 0 AND reverted_at IS NULL "
            "WHEN 'reverted' THEN num_nulls(reverted_at, reverted_by, reversion) = 0 ELSE false END",
            name=op.f("deaths_state_check"),
        ),
        sa.CheckConstraint("died_at <= reported_at", name=op.f("deaths_died_at_check")),
        sa.CheckConstraint("value_minor >= 0", name=op.f("deaths_value_minor_check")),
    )
    op.create_index(
        "deaths_standing_key", "deaths", ["livestock_id"], unique=True, postgresql_where=sa.text("state <> 'reverted'")
    )


def _claims() -> None:
    op.create_table(
        "insurance_claims",
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("death_id", sa.Uuid, nullable=False),
        sa.Column("livestock_id", sa.Uuid, nullable=False),
        sa.Column("owner_id", sa.Uuid, nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("asked_minor", sa.BigInteger, nullable=False),
        sa.Column("payout_minor", sa.BigInteger),
        sa.Column("currency", sa.CHAR(3), nullable=False),
        sa.Column("statement", sa.Text),
        sa.Column("requested_at", _TIME, nullable=False),
        sa.Column("rejection", sa.Text),
        sa.Column("decided_at", _TIME),
        sa.Column("decided_by", sa.Uuid),
        sa.PrimaryKeyConstraint("id", name="insurance_claims_pkey"),
        sa.ForeignKeyConstraint(["death_id"], ["deaths.id"], name="insurance_claims_death_id_fkey"),
        sa.ForeignKeyConstraint(["livestock_id"], ["livestock.id"], name="insurance_claims_livestock_id_fkey"),
        sa.CheckConstraint(
            "CASE state WHEN 'requested' THEN num_nonnulls(payout_minor, rejection, decided_at, decided_by) = 0 "
            "WHEN 'approved' THEN num_nulls(payout_minor, decided_at, decided_by) = 0 AND rejection IS NULL "
            "WHEN 'rejected' THEN num_nulls(rejection, decided_at, decided_by) = 0 AND payout_minor IS NULL "
            "ELSE false END",
            name=op.f("insurance_claims_state_check"),
        ),
        sa.CheckConstraint("asked_minor > 0", name=op.f("insurance_claims_asked_minor_check")),
        sa.CheckConstraint("payout_minor BETWEEN 1 AND asked_minor", name=op.f("insurance_claims_payout_minor_check")),
    )
    op.create_index(
        "insurance_claims_standing_key",
        "insurance_claims",
        ["death_id"],
        unique=True,
        postgresql_where=sa.text("state <> 'rejected'"),
    )
    op.create_index("insurance_claims_state_id_idx", "insurance_claims", ["state", "id"])
    op.create_index("insurance_claims_owner_id_id_idx", "insurance_claims", ["owner_id", "id"])


def _births() -> None:
    op.create_table(
        "births",
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("dam_id", sa.Uuid, nullable=False),
        sa.Column("owner_id", sa.Uuid),
        sa.Column("born_at", _TIME, nullable=False),
        sa.Column("recorded_at", _TIME, nullable=False),
        sa.Column("recorded_by", sa.Uuid, nullable=False),
        sa.PrimaryKeyConstraint("id", name="births_pkey"),
        sa.ForeignKeyConstraint(["dam_id"], ["livestock.id"], name="births_dam_id_fkey"),
        sa.CheckConstraint("born_at <= recorded_at", name=op.f("births_born_at_check")),
    )
    op.create_index("births_dam_id_id_idx", "births", ["dam_id", "id"])
