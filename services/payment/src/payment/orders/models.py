"""The table of orders."""

from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column

from amigok_contracts import Money
from payment.models import Base

HOLDS = ("placed", "refused", "released", "captured")
"""The wallet's answers about an order's price. A later one in this list overrides an earlier one."""


class Order(Base):
    """What the marketplace has published about an order.

    `state` goes from `placed` to `completed`, `cancelled` or `refunded` (undone: the animal went back). `paid` and
    `paid_fee` are what was captured in the end, null if that was the price and the fee. `refund_to` is where the price
    of an order goes that was undone: the `wallet`, or the `provider` that it came from. An event that arrives before
    the order was placed leaves a row without details. `hold` is the wallet's last answer about the price.
    """

    __tablename__ = "orders"
    __table_args__ = (
        CheckConstraint("state IN ('placed', 'completed', 'cancelled', 'refunded')", name="state"),
        CheckConstraint(f"hold IN {HOLDS}", name="hold"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    state: Mapped[str]
    livestock_id: Mapped[UUID | None]
    buyer_id: Mapped[UUID | None]
    seller_id: Mapped[UUID | None]
    price: Mapped[int | None] = mapped_column(BigInteger)
    fee: Mapped[int | None] = mapped_column(BigInteger)
    paid: Mapped[int | None] = mapped_column(BigInteger)
    paid_fee: Mapped[int | None] = mapped_column(BigInteger)
    currency: Mapped[str | None]
    pay_with: Mapped[str | None]
    title: Mapped[str | None]
    refund_to: Mapped[str | None]
    hold: Mapped[str | None]
    hold_reason: Mapped[str | None]

    @property
    def known(self) -> bool:
        """Whether `marketplace.order.placed` has arrived, which brings all details."""
        return self.buyer_id is not None

    @property
    def was_undone(self) -> bool:
        """Whether the buyer has the price again, and no animal."""
        return self.state in ("cancelled", "refunded")

    @property
    def charged(self) -> tuple[int, int]:
        """What was paid in the end, and the fee in it, in minor units. Only for an order that is known."""
        return self.paid or self.money.minor, (self.fee or 0) if self.paid_fee is None else self.paid_fee

    @property
    def money(self) -> Money:
        """The price. Only for an order that is known."""
        assert self.price is not None
        assert self.currency is not None
        return Money.of_minor(self.price, self.currency)
