"""The tables of listings, of their prices, and of animals from outside."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, DateTime, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.orm import Mapped, mapped_column

from amigok_contracts import Money
from marketplace.fees import rules
from marketplace.listings.errors import ListingNotActive
from marketplace.listings.machine import LISTINGS
from marketplace.models import Base

_OPEN = LISTINGS.check("state", LISTINGS.open)
_UNSETTLED = "state = 'sold' AND settled_at IS NULL"
_TIME = DateTime(timezone=True)


class Listing(Base):
    """An animal for sale; at most one open listing an animal. `seller_id` is null when the platform sells.

    The currency and the platform's fee (in hundredths of a per cent of the price, and at least `fee_minimum`) never
    change, and the price only with a higher `version`: a trigger enforces both. `expires_at` is when a live listing
    ends; `warned_at` when its seller was told that this is soon. `flags` are codes of what rules found in its text,
    until somebody has looked at it. `settled_at` is when the sale was paid for.
    """

    __tablename__ = "listings"
    __table_args__ = (
        CheckConstraint(LISTINGS.check("state"), name="state"),
        CheckConstraint("price > 0", name="price"),
        CheckConstraint("fee_basis_points BETWEEN 0 AND 10000", name="fee_basis_points"),
        CheckConstraint("fee_minimum >= 0", name="fee_minimum"),
        CheckConstraint("settled_at IS NULL OR state = 'sold'", name="settled_at"),
        CheckConstraint("state NOT IN ('live', 'reserved') OR expires_at IS NOT NULL", name="expires_at"),
        Index("listings_live_key", "livestock_id", unique=True, postgresql_where=_OPEN),
        Index("listings_unsettled_key", "livestock_id", unique=True, postgresql_where=_UNSETTLED),
        Index("listings_active_idx", "currency", "created_at", "id", postgresql_where="state = 'live'"),
        Index("listings_expires_at_idx", "expires_at", postgresql_where="state = 'live'"),
        Index("listings_unwarned_idx", "expires_at", postgresql_where="state = 'live' AND warned_at IS NULL"),
        Index("listings_flagged_idx", "id", postgresql_where="cardinality(flags) > 0"),
        Index("listings_livestock_id_idx", "livestock_id", "created_at"),
        Index("listings_seller_id_idx", "seller_id", "created_at", "id"),
        Index("listings_created_at_idx", "created_at", "id"),
        Index("listings_ended_at_idx", "ended_at", postgresql_where="ended_at IS NOT NULL"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    livestock_id: Mapped[UUID] = mapped_column(ForeignKey("animals.id"))
    seller_id: Mapped[UUID | None]
    title: Mapped[str]
    description: Mapped[str]
    price: Mapped[int] = mapped_column(BigInteger)
    currency: Mapped[str]
    fee_basis_points: Mapped[int]
    fee_minimum: Mapped[int] = mapped_column(BigInteger, server_default="0")
    negotiable: Mapped[bool]
    flags: Mapped[list[str]] = mapped_column(ARRAY(String), server_default=text("'{}'::varchar[]"))
    featured: Mapped[bool] = mapped_column(server_default=text("false"))
    views: Mapped[int] = mapped_column(BigInteger, server_default=text("0"))
    version: Mapped[int] = mapped_column(server_default=text("1"))
    state: Mapped[str]
    created_at: Mapped[datetime] = mapped_column(_TIME)
    expires_at: Mapped[datetime | None] = mapped_column(_TIME)
    warned_at: Mapped[datetime | None] = mapped_column(_TIME)
    ended_at: Mapped[datetime | None] = mapped_column(_TIME)
    settled_at: Mapped[datetime | None] = mapped_column(_TIME)

    @property
    def money(self) -> Money:
        return Money.of_minor(self.price, self.currency)

    @property
    def recipients(self) -> tuple[UUID, ...]:
        """Who is told of what happens to it."""
        return () if self.seller_id is None else (self.seller_id,)

    @property
    def fee(self) -> Money:
        """What the seller pays the platform."""
        return self.fee_of(self.money)

    def fee_of(self, price: Money) -> Money:
        """What the seller pays the platform if the animal is sold at this price."""
        return rules.fee(price, basis_points=self.fee_basis_points, minimum=self.fee_minimum)

    def require(self, *states: str) -> None:
        """Raises ListingNotActive unless it is in one of these states."""
        if self.state not in states:
            raise ListingNotActive(f"The listing is {self.state}.", state=self.state)

    def take(self, action: str, *, now: datetime) -> None:
        """Takes a step. Raises ListingNotActive."""
        if not LISTINGS.ends(action, self.state):
            raise ListingNotActive(f"The listing is {self.state}.", state=self.state)
        self.state = LISTINGS.follow(action, self.state)
        self.ended_at = now if self.state in LISTINGS.terminal else None


class ListingPrice(Base):
    """What an animal cost from a version of its listing on."""

    __tablename__ = "listing_prices"
    __table_args__ = (CheckConstraint("price > 0", name="price"),)

    listing_id: Mapped[UUID] = mapped_column(ForeignKey("listings.id"), primary_key=True)
    version: Mapped[int] = mapped_column(primary_key=True)
    price: Mapped[int] = mapped_column(BigInteger)
    set_at: Mapped[datetime] = mapped_column(_TIME)


class Intake(Base):
    """An animal from outside that the farm was asked to register for a draft; `refusal` says why it did not.

    `asked` is what it was asked for. An ear tag is asked for once, unless the farm has refused it.
    """

    __tablename__ = "intakes"
    __table_args__ = (
        Index("intakes_tag_key", "tag_key", unique=True, postgresql_where="refusal IS NULL"),
        UniqueConstraint("livestock_id"),
    )

    listing_id: Mapped[UUID] = mapped_column(ForeignKey("listings.id"), primary_key=True)
    livestock_id: Mapped[UUID]
    tag_key: Mapped[str]
    asked: Mapped[dict[str, Any]] = mapped_column(JSONB)
    refusal: Mapped[str | None]
