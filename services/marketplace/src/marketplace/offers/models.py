"""The tables of offers and of their moves."""

from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, DateTime, ForeignKey, Index
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from amigok_contracts import Money
from marketplace.models import Base
from marketplace.offers.machine import NEGOTIATED, OFFERS

Side = Literal["buyer", "seller"]

_NEGOTIATED = OFFERS.check("state", NEGOTIATED)
_AGREED = OFFERS.check("state", ("accepted", "completed"))
_ORDERED = "('accepted', 'completed', 'payment_failed')"
_TIME = DateTime(timezone=True)


class Offer(Base):
    """A buyer's offer on a listing, which `asked` for this in its version `listing_version`. At most one is accepted.

    `version` is the number of its moves, `amount` what the last one named. `assurance` is how sure it was at
    `agreed_at` that the buyer acts: when they named their last amount, or accepted one. `seller_id` is null where the
    platform sells.
    """

    __tablename__ = "offers"
    __table_args__ = (
        CheckConstraint(OFFERS.check("state"), name="state"),
        CheckConstraint("amount > 0 AND amount <= asked", name="amount"),
        CheckConstraint(f"order_id IS NOT NULL OR state NOT IN {_ORDERED}", name="order_id"),
        CheckConstraint(f"({OFFERS.check('state', OFFERS.terminal)}) = (ended_at IS NOT NULL)", name="ended_at"),
        Index("offers_negotiated_key", "listing_id", "buyer_id", unique=True, postgresql_where=_NEGOTIATED),
        Index("offers_agreed_key", "listing_id", unique=True, postgresql_where=_AGREED),
        Index("offers_order_key", "order_id", unique=True, postgresql_where="order_id IS NOT NULL"),
        Index("offers_expires_at_idx", "expires_at", postgresql_where=_NEGOTIATED),
        Index("offers_listing_id_idx", "listing_id", "made_at", "id"),
        Index("offers_buyer_id_idx", "buyer_id", "made_at", "id"),
        Index("offers_seller_id_idx", "seller_id", "made_at", "id"),
        Index("offers_made_at_idx", "made_at", "id"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    listing_id: Mapped[UUID] = mapped_column(ForeignKey("listings.id"))
    livestock_id: Mapped[UUID]
    buyer_id: Mapped[UUID]
    seller_id: Mapped[UUID | None]
    title: Mapped[str]
    asked: Mapped[int] = mapped_column(BigInteger)
    listing_version: Mapped[int]
    amount: Mapped[int] = mapped_column(BigInteger)
    currency: Mapped[str]
    version: Mapped[int]
    state: Mapped[str]
    reason: Mapped[str | None]
    assurance: Mapped[dict[str, Any] | None] = mapped_column(JSONB)
    agreed_at: Mapped[datetime] = mapped_column(_TIME)
    order_id: Mapped[UUID | None]
    made_at: Mapped[datetime] = mapped_column(_TIME)
    expires_at: Mapped[datetime] = mapped_column(_TIME)
    ended_at: Mapped[datetime | None] = mapped_column(_TIME)

    @property
    def money(self) -> Money:
        return Money.of_minor(self.amount, self.currency)

    @property
    def turn(self) -> Side | None:
        """Who has to answer."""
        return {"awaiting_seller": "seller", "awaiting_buyer": "buyer"}.get(self.state)  # type: ignore[return-value]

    def recipients(self, *sides: Side) -> tuple[UUID, ...]:
        """The users on these sides."""
        people = {"buyer": self.buyer_id, "seller": self.seller_id}
        return tuple(person for side in sides if (person := people[side]) is not None)

    def become(self, action: str, *, now: datetime) -> None:
        """Takes a step. Raises WrongState."""
        self.state = OFFERS.follow(action, self.state)
        self.ended_at = now if self.state in OFFERS.terminal else None


class OfferMove(Base):
    """One move: who named, accepted or ended what, and when. A side is null where neither did it."""

    __tablename__ = "offer_moves"

    offer_id: Mapped[UUID] = mapped_column(ForeignKey("offers.id"), primary_key=True)
    version: Mapped[int] = mapped_column(primary_key=True)
    action: Mapped[str]
    side: Mapped[str | None]
    amount: Mapped[int] = mapped_column(BigInteger)
    moved_at: Mapped[datetime] = mapped_column(_TIME)
