"""What the shop offers, and what players have bought."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from amigok_chassis.ids import new_id
from amigok_chassis.rows import Named
from game.models import Base


class Item(Named, Base):
    """Something that coins buy. A `boost` raises the experience of tasks by `percent` for so many `days`."""

    __tablename__ = "shop_items"
    __table_args__ = (
        CheckConstraint("kind IN ('badge', 'title', 'boost')", name="kind"),
        CheckConstraint("price > 0", name="price"),
        CheckConstraint("(kind = 'boost') = (percent IS NOT NULL)", name="percent"),
        CheckConstraint("(kind = 'boost') = (days IS NOT NULL)", name="days"),
        CheckConstraint("percent BETWEEN 1 AND 200 AND days BETWEEN 1 AND 30", name="boost"),
        Index(None, "name_key", unique=True),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    version: Mapped[int] = mapped_column(default=1)
    kind: Mapped[str] = mapped_column(String(10))
    name: Mapped[str] = mapped_column(String(100))
    description: Mapped[str] = mapped_column(String(2000))
    price: Mapped[int]
    percent: Mapped[int | None]
    days: Mapped[int | None]
    is_active: Mapped[bool] = mapped_column(default=True)


class Purchase(Base):
    """What a player has bought, for what price. A badge or title is bought once; a boost has its first and last day."""

    __tablename__ = "purchases"
    __table_args__ = (
        CheckConstraint("(percent IS NULL) = (last_day IS NULL)", name="boost"),
        CheckConstraint("first_day <= last_day", name="days"),
        Index("purchases_once_key", "player_id", "item_id", unique=True, postgresql_where=text("percent IS NULL")),
        Index("purchases_boosts_idx", "player_id", "last_day", postgresql_where=text("percent IS NOT NULL")),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    player_id: Mapped[UUID] = mapped_column(ForeignKey("players.user_id"))
    item_id: Mapped[UUID] = mapped_column(ForeignKey("shop_items.id"))
    price: Mapped[int]
    percent: Mapped[int | None]
    first_day: Mapped[date | None]
    last_day: Mapped[date | None]
    bought_at: Mapped[datetime]
