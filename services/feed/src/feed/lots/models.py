"""Feed in stock: what was delivered, what was counted, which animals ate of it, and what is missing."""

from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Identity, Index, Numeric, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from amigok_chassis.ids import new_id
from feed.models import Base

Kilograms = Numeric(12, 3)


class Stock(Base):
    """One ingredient on one farm. Whoever changes its lots, draws or differences locks this row first.

    `low_since` is set while there is less than the farm needs for some days.
    """

    __tablename__ = "stocks"
    __table_args__ = (UniqueConstraint("farm_id", "ingredient"),)

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    farm_id: Mapped[UUID]
    ingredient: Mapped[str] = mapped_column(String(100))
    low_since: Mapped[datetime | None]


class Lot(Base):
    """A delivery of one ingredient from one lot of a supplier. `left_kg` is what is left of it, never below zero."""

    __tablename__ = "feed_lots"
    __table_args__ = (
        CheckConstraint("delivered_kg > 0", name="delivered_kg"),
        CheckConstraint("left_kg >= 0", name="left_kg"),
        CheckConstraint("(recalled_at IS NULL) = (recall_reason IS NULL)", name="recall"),
        UniqueConstraint(
            "farm_id", "ingredient", "supplier", "lot_number", "delivered_at", name="feed_lots_delivery_key"
        ),
        Index(None, "farm_id", "expires_on", "id"),
        Index(
            "feed_lots_in_stock_idx", "farm_id", "ingredient", "expires_on", "id", postgresql_where=text("left_kg > 0")
        ),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    farm_id: Mapped[UUID]
    ingredient: Mapped[str] = mapped_column(String(100))
    supplier: Mapped[str] = mapped_column(String(200))
    lot_number: Mapped[str] = mapped_column(String(100))
    delivered_at: Mapped[datetime]
    expires_on: Mapped[date]
    delivered_kg: Mapped[Decimal] = mapped_column(Kilograms)
    left_kg: Mapped[Decimal] = mapped_column(Kilograms)
    recorded_by: Mapped[UUID]
    recorded_at: Mapped[datetime]
    recalled_at: Mapped[datetime | None]
    recall_reason: Mapped[str | None] = mapped_column(String(2000))


class LotCount(Base):
    """Somebody has counted what is left of a lot, and the stock was set to that."""

    __tablename__ = "lot_counts"
    __table_args__ = (CheckConstraint("counted_kg >= 0", name="counted_kg"), Index(None, "lot_id", "id"))

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    lot_id: Mapped[UUID] = mapped_column(ForeignKey("feed_lots.id"))
    before_kg: Mapped[Decimal] = mapped_column(Kilograms)
    counted_kg: Mapped[Decimal] = mapped_column(Kilograms)
    reason: Mapped[str] = mapped_column(String(200))
    counted_by: Mapped[UUID]
    counted_at: Mapped[datetime]


class Difference(Base):
    """What was fed of an ingredient while none of it was in stock. What is fed after it was explained is another."""

    __tablename__ = "stock_differences"
    __table_args__ = (
        CheckConstraint("kg > 0", name="kg"),
        CheckConstraint("num_nulls(explained_at, explained_by, explanation) IN (0, 3)", name="explained"),
        Index(
            "stock_differences_open_key",
            "farm_id",
            "ingredient",
            unique=True,
            postgresql_where=text("explained_at IS NULL"),
        ),
        Index(None, "farm_id", "id"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    farm_id: Mapped[UUID]
    ingredient: Mapped[str] = mapped_column(String(100))
    kg: Mapped[Decimal] = mapped_column(Kilograms)
    first_fed_at: Mapped[datetime]
    last_fed_at: Mapped[datetime]
    explained_at: Mapped[datetime | None]
    explained_by: Mapped[UUID | None]
    explanation: Mapped[str | None] = mapped_column(String(2000))
    lot_id: Mapped[UUID | None] = mapped_column(ForeignKey("feed_lots.id"))


class Draw(Base):
    """What one animal was given of one lot in one feeding, or of feed that was not in stock (`difference_id`)."""

    __tablename__ = "draws"
    __table_args__ = (
        CheckConstraint("kg > 0", name="kg"),
        CheckConstraint("num_nonnulls(lot_id, difference_id) > 0", name="source"),
        Index(None, "livestock_id", "fed_at"),
        Index(None, "lot_id", "livestock_id", postgresql_where=text("lot_id IS NOT NULL")),
        Index(None, "difference_id", postgresql_where=text("difference_id IS NOT NULL")),
    )

    number: Mapped[int] = mapped_column(BigInteger, Identity(always=True), primary_key=True)
    log_id: Mapped[UUID]
    livestock_id: Mapped[UUID]
    ingredient: Mapped[str] = mapped_column(String(100))
    kg: Mapped[Decimal] = mapped_column(Kilograms)
    fed_at: Mapped[datetime]
    lot_id: Mapped[UUID | None] = mapped_column(ForeignKey("feed_lots.id"))
    difference_id: Mapped[UUID | None] = mapped_column(ForeignKey("stock_differences.id"))


class Usage(Base):
    """What a farm fed of an ingredient on one day of its own time zone."""

    __tablename__ = "feed_usages"

    farm_id: Mapped[UUID] = mapped_column(primary_key=True)
    ingredient: Mapped[str] = mapped_column(String(100), primary_key=True)
    day: Mapped[date] = mapped_column(primary_key=True)
    kg: Mapped[Decimal] = mapped_column(Kilograms)
