"""The table of orders."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, DateTime, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from amigok_contracts import Money
from marketplace.models import Base
from marketplace.orders.errors import OrderNotCancellable
from marketplace.orders.machine import ORDERS, PATH

PayWith = Literal["wallet", "payment"]

_LIVE = ORDERS.check("state", ORDERS.open)
_RESERVED = "state IN ('confirmed', 'fulfilled') OR (state = 'pending' AND pay_with = 'payment')"
_TIME = DateTime(timezone=True)


class Order(Base):
    """One buyer's purchase of one animal. At most one order reserves an animal; a buyer has one pending order for it.

    It has the saga's state, its version and the time by which the next step is due. `pay_with` says whether the price
    is held from what is in the wallet now, or from a payment for the order. `hold_requested_at` is when the wallet was
    asked for it, `confirmed_at` when it was held.
    """

    __tablename__ = "orders"
    __table_args__ = (
        CheckConstraint(ORDERS.check("state"), name="state"),
        CheckConstraint("(state = 'cancelled') = (reason IS NOT NULL)", name="reason"),
        CheckConstraint("price > 0 AND fee >= 0 AND fee <= price", name="price"),
        CheckConstraint("pay_with IN ('wallet', 'payment')", name="pay_with"),
        CheckConstraint("hold_requested_at IS NOT NULL OR state IN ('pending', 'cancelled')", name="hold_requested_at"),
        Index("orders_reserved_key", "livestock_id", unique=True, postgresql_where=_RESERVED),
        Index("orders_pending_key", "buyer_id", "livestock_id", unique=True, postgresql_where="state = 'pending'"),
        Index("orders_deadline_idx", "deadline", postgresql_where=_LIVE),
        Index("orders_seller_id_idx", "seller_id", postgresql_where=_LIVE),
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
    hold_requested_at: Mapped[datetime | None] = mapped_column(_TIME)
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
        """Whether it still waits for the buyer's payment."""
        return self.state == "pending" and self.hold_requested_at is None

    @property
    def reserves(self) -> bool:
        """Whether nobody else can buy the animal. An order from the wallet reserves it only once the price is held."""
        return self.state in ("confirmed", "fulfilled") or (self.state == "pending" and self.pay_with == "payment")

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

    def advance(self, action: str, *, now: datetime, deadline: datetime) -> None:
        """Takes the next step of the path. The step after it is due by `deadline`. Raises WrongState."""
        self.state, self.deadline = ORDERS.follow(action, self.state), deadline
        self.ended_at = now if self.state == "completed" else None
        if self.state == "confirmed":
            self.confirmed_at = now

    def cancel(self, reason: str, *, now: datetime, action: str = "abandon") -> None:
        """Ends without a sale. Raises OrderNotCancellable."""
        if not ORDERS.ends(action, self.state):
            raise OrderNotCancellable(f"The order is {self.state}.", state=self.state)
        self.state, self.reason, self.ended_at = ORDERS.follow(action, self.state), reason, now

    def is_before(self, state: str) -> bool:
        """Whether `state` is still ahead on the path."""
        return self.state in PATH and PATH.index(self.state) < PATH.index(state)
