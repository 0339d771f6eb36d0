"""The tables of meals, and of corrections to what was settled."""

from datetime import date, datetime
from decimal import Decimal
from typing import Literal
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, Numeric, String
from sqlalchemy.orm import Mapped, mapped_column

from amigok_chassis.ids import new_id
from feed.models import Base

State = Literal["planned", "fed", "partly", "refused", "missed", "void"]

LOGGED = ("fed", "partly", "refused")
"""The states that a log sets."""

WAITING = ("planned", "missed")
"""The states of meals that a log may still be about."""


class Meal(Base):
    """A meal of an animal: planned by a period or as the basic ration, or logged without a plan.

    `owner_id` owned the animal at the hour; null: the platform. Without a period it is the basic ration and costs
    nothing. `price_minor` is what it costs when it is fed, `charged_minor` what it does cost: nothing until it was
    logged, all when it was eaten, the part that was eaten when that is known. A `void` one is no longer planned.
    """

    __tablename__ = "meals"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    livestock_id: Mapped[UUID]
    farm_id: Mapped[UUID]
    owner_id: Mapped[UUID | None]
    subscription_id: Mapped[UUID | None]
    period_id: Mapped[UUID | None] = mapped_column(ForeignKey("periods.id"))
    package_version_id: Mapped[UUID | None]
    due_at: Mapped[datetime]
    local_day: Mapped[date]
    price_minor: Mapped[int | None] = mapped_column(BigInteger)
    currency: Mapped[str | None] = mapped_column(String(3))
    charged_minor: Mapped[int] = mapped_column(BigInteger, default=0)
    ration_kg: Mapped[Decimal | None] = mapped_column(Numeric(8, 3))
    state: Mapped[State] = mapped_column(String)
    fed_at: Mapped[datetime | None]
    fed_kg: Mapped[Decimal | None] = mapped_column(Numeric(8, 3))
    reason: Mapped[str | None] = mapped_column(String(200))
    log_id: Mapped[UUID | None]
    logged_by: Mapped[UUID | None]

    __table_args__ = (
        CheckConstraint("state IN ('planned', 'fed', 'partly', 'refused', 'missed', 'void')", name="state"),
        CheckConstraint("price_minor >= 0 AND (price_minor IS NULL) = (currency IS NULL)", name="price"),
        CheckConstraint(
            "charged_minor BETWEEN 0 AND coalesce(price_minor, 0) "
            "AND (charged_minor = 0 OR state IN ('fed', 'partly'))",
            name="charged_minor",
        ),
        CheckConstraint("period_id IS NOT NULL OR charged_minor = 0", name="period_id"),
        CheckConstraint("(log_id IS NOT NULL) = (state IN ('fed', 'partly', 'refused'))", name="log_id"),
        Index(None, "farm_id", "local_day", "due_at"),
        Index(None, "livestock_id", "due_at"),
        Index("meals_period_id_idx", "period_id", postgresql_where="period_id IS NOT NULL"),
        Index("meals_open_idx", "farm_id", "local_day", postgresql_where="state IN ('planned', 'missed')"),
        Index("meals_missing_idx", "due_at", postgresql_where="state = 'planned'"),
    )


class Correction(Base):
    """A log that came after its period was settled: what the owner pays more, or gets back (below zero).

    Its id is the reference of the wallet's charge or reward.
    """

    __tablename__ = "corrections"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    period_id: Mapped[UUID] = mapped_column(ForeignKey("periods.id"))
    meal_id: Mapped[UUID] = mapped_column(ForeignKey("meals.id"))
    log_id: Mapped[UUID]
    owner_id: Mapped[UUID]
    amount_minor: Mapped[int] = mapped_column(BigInteger)
    currency: Mapped[str] = mapped_column(String(3))
    state_before: Mapped[State] = mapped_column(String)
    state_after: Mapped[State] = mapped_column(String)
    made_at: Mapped[datetime]
    settled_at: Mapped[datetime | None]

    __table_args__ = (Index(None, "period_id"), Index(None, "meal_id"))
