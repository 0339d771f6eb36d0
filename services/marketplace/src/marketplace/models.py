"""Listings, orders, and what the marketplace knows of animals."""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any, Literal
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, DateTime, ForeignKey, Index, MetaData, Numeric, String, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from amigok_chassis.tables import CONVENTION
from amigok_contracts import Money
from amigok_contracts.farm import Block
from marketplace.errors import ListingNotActive, OrderNotCancellable

LISTING_TRANSITIONS: Mapping[str, frozenset[str]] = {
    "active": frozenset({"reserved", "removed"}),
    "reserved": frozenset({"active", "sold", "removed"}),
    "sold": frozenset(),
    "removed": frozenset(),
}
"""The states of a listing and where each may lead."""

ORDER_STATES = ("pending", "confirmed", "fulfilled", "completed")
"""The path of an order that goes well: placed, price held, animal transferred, money captured."""

ORDER_TRANSITIONS: Mapping[str, frozenset[str]] = {
    "pending": frozenset({"confirmed", "cancelled"}),
    "confirmed": frozenset({"fulfilled", "cancelled"}),
    "fulfilled": frozenset({"completed"}),
    "completed": frozenset(),
    "cancelled": frozenset(),
}
"""The states of an order and where each may lead. Once the animal is transferred, there is no way back."""

LIVE_ORDER = ("pending", "confirmed", "fulfilled")
"""The states of an order that has not ended."""

LIVE_LISTING = ("active", "reserved")
"""The states of a listing that has not ended."""

PayWith = Literal["wallet", "payment"]

_LIVE_LISTING = "state IN ('active', 'reserved')"
_LIVE_ORDER = "state IN ('pending', 'confirmed', 'fulfilled')"
_RESERVED = "state IN ('confirmed', 'fulfilled') OR (state = 'pending' AND pay_with = 'payment')"
_TIME = DateTime(timezone=True)


class Base(DeclarativeBase):
    metadata = MetaData(naming_convention=CONVENTION)


class Animal(Base):
    """What the farm has said of an animal. The details are null until its registration is heard of.

    Different events tell of its owner and fate, of the farm it lives in, of its weight and of what keeps it from being
    sold: each of these has the version of the newest that was heard of it. `gone` says that it is no more:
    `withdrawn` or `deceased`.
    """

    __tablename__ = "animals"
    __table_args__ = (CheckConstraint("gone IN ('withdrawn', 'deceased')", name="gone"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column(BigInteger)
    owner_id: Mapped[UUID | None]
    gone: Mapped[str | None]
    farm_version: Mapped[int] = mapped_column(BigInteger, default=0)
    farm_name: Mapped[str | None]
    type_name: Mapped[str | None]
    breed_name: Mapped[str | None]
    tag_number: Mapped[str | None]
    sex: Mapped[str | None]
    weight_version: Mapped[int] = mapped_column(BigInteger, default=0)
    weight_kg: Mapped[Decimal | None] = mapped_column(Numeric(8, 2))
    blocks_version: Mapped[int] = mapped_column(BigInteger, server_default=text("0"))
    blocks: Mapped[list[dict[str, Any]]] = mapped_column(JSONB, server_default=text("'[]'::jsonb"))

    def blocked(self, now: datetime) -> list[Block]:
        """What keeps it from being sold now, as far as the farm has told; what has ended by the clock does not."""
        told = [Block.model_validate(block) for block in self.blocks]
        return [block for block in told if block.until is None or block.until > now]


class AnimalValue(Base):
    """The most that the farm has said an animal is worth in a currency, in minor units.

    Not the newest: who lowers its price per kg just before they sell it low gains nothing by that.
    """

    __tablename__ = "animal_values"

    livestock_id: Mapped[UUID] = mapped_column(primary_key=True)
    currency: Mapped[str] = mapped_column(primary_key=True)
    highest: Mapped[int] = mapped_column(BigInteger)


class Listing(Base):
    """An animal for sale; at most one live listing an animal. `seller_id` is null when the platform sells.

    What the buyer pays and what the platform takes of it (hundredths of a per cent) never change: a trigger sees to it.
    """

    __tablename__ = "listings"
    __table_args__ = (
        CheckConstraint("state IN ('active', 'reserved', 'sold', 'removed')", name="state"),
        CheckConstraint("price > 0", name="price"),
        CheckConstraint("fee_basis_points BETWEEN 0 AND 10000", name="fee_basis_points"),
        Index("listings_live_key", "livestock_id", unique=True, postgresql_where=_LIVE_LISTING),
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
    fee_basis_points: Mapped[int] = mapped_column(server_default=text("250"))
    state: Mapped[str]
    created_at: Mapped[datetime] = mapped_column(_TIME)
    ended_at: Mapped[datetime | None] = mapped_column(_TIME)

    @property
    def money(self) -> Money:
        return Money.of_minor(self.price, self.currency)

    def become(self, state: str, *, now: datetime) -> None:
        """Moves to another state. Raises ListingNotActive."""
        if state not in LISTING_TRANSITIONS[self.state]:
            raise ListingNotActive(f"The listing is {self.state}.", state=self.state)
        self.state = state
        self.ended_at = now if state in ("sold", "removed") else None


class Order(Base):
    """One buyer's purchase of one animal; at most one order that reserves it, and one pending a buyer.

    The saga's state, its version and the time by which its next step is due. `pay_with` says whether the price is
    held from what is in the wallet, or when a payment for the order has come in. `confirmed_at`: when it was held.
    """

    __tablename__ = "orders"
    __table_args__ = (
        CheckConstraint("state IN ('pending', 'confirmed', 'fulfilled', 'completed', 'cancelled')", name="state"),
        CheckConstraint("(state = 'cancelled') = (reason IS NOT NULL)", name="reason"),
        CheckConstraint("price > 0 AND fee >= 0 AND fee <= price", name="price"),
        CheckConstraint("pay_with IN ('wallet', 'payment')", name="pay_with"),
        Index("orders_reserved_key", "livestock_id", unique=True, postgresql_where=_RESERVED),
        Index("orders_pending_key", "buyer_id", "livestock_id", unique=True, postgresql_where="state = 'pending'"),
        Index("orders_deadline_idx", "deadline", postgresql_where=_LIVE_ORDER),
        Index("orders_seller_id_idx", "seller_id", postgresql_where=_LIVE_ORDER),
        Index("orders_ended_idx", "buyer_id", "ended_at", postgresql_where="ended_at IS NOT NULL"),
        Index("orders_buyer_id_idx", "buyer_id", "placed_at", "id"),
        Index("orders_placed_at_idx", "placed_at", "id"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    listing_id: Mapped[UUID] = mapped_column(ForeignKey("listings.id"))
    livestock_id: Mapped[UUID]
    buyer_id: Mapped[UUID]
    seller_id: Mapped[UUID | None]
    price: Mapped[int] = mapped_column(BigInteger)
    fee: Mapped[int] = mapped_column(BigInteger)
    currency: Mapped[str]
    pay_with: Mapped[PayWith] = mapped_column(String)
    state: Mapped[str]
    reason: Mapped[str | None]
    version: Mapped[int] = mapped_column()
    deadline: Mapped[datetime] = mapped_column(_TIME)
    placed_at: Mapped[datetime] = mapped_column(_TIME)
    confirmed_at: Mapped[datetime | None] = mapped_column(_TIME)
    ended_at: Mapped[datetime | None] = mapped_column(_TIME)

    __mapper_args__ = {"version_id_col": version}

    @property
    def money(self) -> Money:
        return Money.of_minor(self.price, self.currency)

    @property
    def fee_money(self) -> Money:
        return Money.of_minor(self.fee, self.currency)

    @property
    def unpaid(self) -> bool:
        """Whether the buyer has yet to make a payment for it."""
        return self.state == "pending" and self.pay_with == "payment"

    @property
    def reserves(self) -> bool:
        """Whether nobody else can buy the animal meanwhile. From the wallet, only when the price is held."""
        return self.state in ("confirmed", "fulfilled") or self.unpaid

    @property
    def reason_for_buyer(self) -> str | None:
        """Why it was cancelled, without a word of the seller's account."""
        return "listing_not_active" if self.reason == "seller_inactive" else self.reason

    @property
    def reason_for_seller(self) -> str | None:
        """Why it was cancelled, without a word of the buyer's money and account."""
        if self.reason is None or (self.confirmed_at is not None and self.reason != "recipient_inactive"):
            return self.reason
        return "not_paid"

    def advance(self, state: str, *, now: datetime, deadline: datetime) -> None:
        """Takes the next step of the path, due to be followed by another until `deadline`."""
        assert state in ORDER_TRANSITIONS[self.state]
        self.state, self.deadline = state, deadline
        self.ended_at = now if state == "completed" else None
        if state == "confirmed":
            self.confirmed_at = now

    def cancel(self, reason: str, *, now: datetime) -> None:
        """Ends without a sale. Raises OrderNotCancellable."""
        if "cancelled" not in ORDER_TRANSITIONS[self.state]:
            raise OrderNotCancellable(f"The order is {self.state}.", state=self.state)
        self.state, self.reason, self.ended_at = "cancelled", reason, now

    def is_before(self, state: str) -> bool:
        """Whether the path has yet to reach `state`."""
        return self.state in ORDER_STATES and ORDER_STATES.index(self.state) < ORDER_STATES.index(state)
