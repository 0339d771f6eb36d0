"""The table of orders."""

from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, DateTime, ForeignKey, Index, String, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from amigok_contracts import Money
from marketplace.models import Base
from marketplace.orders.errors import OrderNotCancellable
from marketplace.orders.machine import HELD, MOVING, ORDERS, PATH

PayWith = Literal["wallet", "payment"]
Actor = Literal["buyer", "seller", "administrator", "platform"]

_LIVE = ORDERS.check("state", ORDERS.open)
_RESERVED = (
    "state IN ('confirmed', 'escrowed', 'contested', 'processing')"
    " OR (state = 'pending' AND (pay_with = 'payment' OR offer_id IS NOT NULL))"
)
_PAID = "(state IN ('processing', 'completed')) = (paid IS NOT NULL)"
_IN_ESCROW = "escrow_until IS NOT NULL OR state NOT IN ('escrowed', 'contested', 'refunded')"
_DUE = ORDERS.check("state", ("pending", "confirmed", "escrowed"))
_TIME = DateTime(timezone=True)


class Order(Base):
    """One buyer's purchase of one animal. At most one order reserves an animal; a buyer has one pending order for it.

    It has the saga's state and the time by which the next step is due. `number` is what people call it.
    `pay_with` says whether the price is held from what is in the wallet now, or from a payment for the order.
    `hold_requested_at` is when the wallet was asked for it, `confirmed_at` when it was held, `transferred_at` when the
    animal became the buyer's, `escrow_until` when its escrow ends by itself. `paid` is what is captured of the price,
    `paid_fee` the fee in it. `timeline` has the steps: what, by whom (a role) and when.
    """

    __tablename__ = "orders"
    __table_args__ = (
        CheckConstraint(ORDERS.check("state"), name="state"),
        CheckConstraint("(state = 'cancelled') = (reason IS NOT NULL)", name="reason"),
        CheckConstraint("price > 0 AND fee >= 0 AND fee <= price", name="price"),
        CheckConstraint("pay_with IN ('wallet', 'payment')", name="pay_with"),
        CheckConstraint("hold_requested_at IS NOT NULL OR state IN ('pending', 'cancelled')", name="hold_requested_at"),
        CheckConstraint(_PAID, name="paid"),
        CheckConstraint("paid > 0 AND paid <= price AND paid_fee BETWEEN 0 AND paid", name="paid_fee"),
        CheckConstraint(_IN_ESCROW, name="escrow"),
        Index("orders_number_key", "number", unique=True),
        Index("orders_reserved_key", "livestock_id", unique=True, postgresql_where=_RESERVED),
        Index("orders_offer_key", "offer_id", unique=True, postgresql_where="offer_id IS NOT NULL"),
        Index("orders_pending_key", "buyer_id", "livestock_id", unique=True, postgresql_where="state = 'pending'"),
        Index("orders_deadline_idx", "deadline", postgresql_where=_DUE),
        Index("orders_seller_id_idx", "seller_id", postgresql_where=_LIVE),
        Index("orders_seller_idx", "seller_id", "placed_at", "id"),
        Index("orders_state_idx", "state", "placed_at", "id"),
        Index("orders_ended_idx", "buyer_id", "ended_at", postgresql_where="ended_at IS NOT NULL"),
        Index("orders_ended_at_idx", "ended_at", postgresql_where="ended_at IS NOT NULL"),
        Index("orders_buyer_id_idx", "buyer_id", "placed_at", "id"),
        Index("orders_placed_at_idx", "placed_at", "id"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    number: Mapped[str]
    listing_id: Mapped[UUID] = mapped_column(ForeignKey("listings.id"))
    livestock_id: Mapped[UUID]
    buyer_id: Mapped[UUID]
    offer_id: Mapped[UUID | None]
    seller_id: Mapped[UUID | None]
    price: Mapped[int] = mapped_column(BigInteger)
    fee: Mapped[int] = mapped_column(BigInteger)
    currency: Mapped[str]
    pay_with: Mapped[PayWith] = mapped_column(String)
    state: Mapped[str]
    reason: Mapped[str | None]
    deadline: Mapped[datetime] = mapped_column(_TIME)
    placed_at: Mapped[datetime] = mapped_column(_TIME)
    hold_requested_at: Mapped[datetime | None] = mapped_column(_TIME)
    confirmed_at: Mapped[datetime | None] = mapped_column(_TIME)
    transferred_at: Mapped[datetime | None] = mapped_column(_TIME)
    escrow_until: Mapped[datetime | None] = mapped_column(_TIME)
    paid: Mapped[int | None] = mapped_column(BigInteger)
    paid_fee: Mapped[int | None] = mapped_column(BigInteger)
    ended_at: Mapped[datetime | None] = mapped_column(_TIME)
    delivery: Mapped[bytes | None]
    timeline: Mapped[list[dict[str, Any]]] = mapped_column(JSONB, server_default=text("'[]'::jsonb"), default=list)

    @property
    def money(self) -> Money:
        return Money.of_minor(self.price, self.currency)

    @property
    def fee_money(self) -> Money:
        return Money.of_minor(self.fee, self.currency)

    @property
    def paid_money(self) -> Money | None:
        return None if self.paid is None else Money.of_minor(self.paid, self.currency)

    @property
    def unpaid(self) -> bool:
        """Whether it still waits for the buyer's payment."""
        return self.state == "pending" and self.hold_requested_at is None

    @property
    def reserves(self) -> bool:
        """Whether nobody else can buy the animal.

        An order from the wallet reserves it only once the price is held, unless it follows from an accepted offer.
        """
        if self.state == "pending":
            return self.pay_with == "payment" or self.offer_id is not None
        return self.state in MOVING or self.state in HELD

    @property
    def reason_for_buyer(self) -> str | None:
        """Why it was cancelled, without telling anything about the seller's account."""
        return "listing_not_active" if self.reason == "seller_inactive" else self.reason

    @property
    def reason_for_seller(self) -> str | None:
        """Why it was cancelled, without telling anything about the buyer's money and account."""
        if self.reason is None or (self.confirmed_at is not None and self.reason != "recipient_inactive"):
            return self.reason
        return "not_paid"

    @property
    def timeline_for_seller(self) -> list[dict[str, Any]]:
        """What happened, without telling how an order ended whose price was never held."""
        return self.timeline if self.confirmed_at is not None else self.timeline[:1]

    def advance(self, action: str, *, now: datetime, deadline: datetime | None = None, by: Actor = "platform") -> None:
        """Takes a step; the one after it is due by `deadline`, if that changes. Raises WrongState."""
        self._take(action, by=by, now=now)
        self.deadline = deadline or self.deadline
        if self.state == "confirmed":
            self.confirmed_at = now

    def cancel(self, reason: str, *, now: datetime, action: str = "abandon", by: Actor = "platform") -> None:
        """Ends without a sale. Raises OrderNotCancellable."""
        if not ORDERS.ends(action, self.state):
            raise OrderNotCancellable(f"The order is {self.state}.", state=self.state)
        self._take(action, by=by, now=now)
        self.reason = reason

    def note(self, what: str, *, by: Actor, now: datetime) -> None:
        """Adds to the timeline, which tells roles and never people."""
        self.timeline = [*(self.timeline or []), {"what": what, "by": by, "at": now.isoformat()}]

    def is_before(self, state: str) -> bool:
        """Whether `state` is still ahead on the path."""
        return self.state in PATH and PATH.index(self.state) < PATH.index(state)

    def _take(self, action: str, *, by: Actor, now: datetime) -> None:
        self.state = ORDERS.follow(action, self.state)
        self.ended_at = now if self.state in ORDERS.terminal else None
        self.note(action, by=by, now=now)
