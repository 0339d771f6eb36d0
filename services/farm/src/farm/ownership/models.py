"""The ownership history of animals."""

from datetime import datetime, timedelta
from typing import Literal
from uuid import UUID

from sqlalchemy import CHAR, BigInteger, CheckConstraint, ForeignKey, Index, String, text
from sqlalchemy.dialects.postgresql import ExcludeConstraint
from sqlalchemy.orm import Mapped, mapped_column

from amigok_chassis.ids import new_id
from amigok_contracts import Money
from farm.models import Base


class Ownership(Base):
    """Who owned an animal from `started_at` up to, not including, `ended_at`. A null owner is the platform."""

    __tablename__ = "ownership_history"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    livestock_id: Mapped[UUID] = mapped_column(ForeignKey("livestock.id"))
    owner_id: Mapped[UUID | None]
    started_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    reason: Mapped[Literal["registered", "purchased", "born", "reclaimed", "returned"]] = mapped_column(String(20))
    order_id: Mapped[UUID | None] = mapped_column(ForeignKey("ownership_transfers.order_id"), unique=True)
    price_minor: Mapped[int | None] = mapped_column(BigInteger)
    currency: Mapped[str | None] = mapped_column(CHAR(3))

    __table_args__ = (
        CheckConstraint("ended_at > started_at", name="ended_at"),
        CheckConstraint("price_minor >= 0", name="price_minor"),
        CheckConstraint(
            "CASE WHEN reason IN ('registered', 'reclaimed') "
            "THEN num_nonnulls(owner_id, order_id, price_minor, currency) = 0 "
            "WHEN reason IN ('born', 'returned') THEN num_nonnulls(order_id, price_minor, currency) = 0 "
            "WHEN reason = 'purchased' THEN num_nulls(owner_id, order_id, price_minor, currency) = 0 ELSE false END",
            name="reason",
        ),
        ExcludeConstraint(
            ("livestock_id", "="),
            (text("tstzrange(started_at, ended_at)"), "&&"),
            name="ownership_history_no_overlap",
            using="gist",
        ),
        Index(
            "ownership_history_current_idx",
            "livestock_id",
            unique=True,
            postgresql_where=text("ended_at IS NULL"),
        ),
        Index(None, "livestock_id", "started_at", "id"),
    )

    @property
    def price(self) -> Money | None:
        """What this owner paid; null for the platform and for animals that were born here or came back."""
        if self.price_minor is None or self.currency is None:
            return None
        return Money.of_minor(self.price_minor, self.currency)

    def end(self, now: datetime) -> datetime:
        """Ends the ownership now, or just after it began if the clock of another replica was ahead. Returns when."""
        self.ended_at = max(now, self.started_at + timedelta(microseconds=1))
        return self.ended_at
