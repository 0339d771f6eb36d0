"""The table of listings."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, DateTime, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from amigok_contracts import Money
from marketplace.listings.errors import ListingNotActive
from marketplace.listings.machine import LISTINGS
from marketplace.models import Base

_LIVE = LISTINGS.check("state", LISTINGS.open)
_UNSETTLED = "state = 'sold' AND settled_at IS NULL"
_TIME = DateTime(timezone=True)


class Listing(Base):
    """An animal for sale; at most one live listing an animal. `seller_id` is null when the platform sells.

    The price and the platform's fee (in hundredths of a per cent of it) never change: a trigger enforces that.
    `settled_at` is when the sale was paid for.
    """

    __tablename__ = "listings"
    __table_args__ = (
        CheckConstraint(LISTINGS.check("state"), name="state"),
        CheckConstraint("price > 0", name="price"),
        CheckConstraint("fee_basis_points BETWEEN 0 AND 10000", name="fee_basis_points"),
        CheckConstraint("settled_at IS NULL OR state = 'sold'", name="settled_at"),
        Index("listings_live_key", "livestock_id", unique=True, postgresql_where=_LIVE),
        Index("listings_unsettled_key", "livestock_id", unique=True, postgresql_where=_UNSETTLED),
        Index("listings_active_idx", "currency", "created_at", "id", postgresql_where="state = 'active'"),
        Index("listings_livestock_id_idx", "livestock_id", "created_at"),
        Index("listings_seller_id_idx", "seller_id", "created_at", "id"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    livestock_id: Mapped[UUID] = mapped_column(ForeignKey("animals.id"))
    seller_id: Mapped[UUID | None]
    title: Mapped[str]
    description: Mapped[str]
    price: Mapped[int] = mapped_column(BigInteger)
    currency: Mapped[str]
    fee_basis_points: Mapped[int]
    state: Mapped[str]
    created_at: Mapped[datetime] = mapped_column(_TIME)
    ended_at: Mapped[datetime | None] = mapped_column(_TIME)
    settled_at: Mapped[datetime | None] = mapped_column(_TIME)

    @property
    def money(self) -> Money:
        return Money.of_minor(self.price, self.currency)

    def take(self, action: str, *, now: datetime) -> None:
        """Takes a step. Raises ListingNotActive."""
        if not LISTINGS.ends(action, self.state):
            raise ListingNotActive(f"The listing is {self.state}.", state=self.state)
        self.state = LISTINGS.follow(action, self.state)
        self.ended_at = now if self.state in LISTINGS.terminal else None
