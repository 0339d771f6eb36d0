"""The table of disputes."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CHAR, BigInteger, CheckConstraint, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from amigok_chassis.ids import new_id
from amigok_contracts import Money
from payment.disputes.machine import MACHINE
from payment.models import Base


class Dispute(Base):
    """One dispute at a provider. `order_id` and `livestock_id` are what the payment bought, if anything.

    `charged_back` is what the provider took from the platform, `kept` the part that it did not return. `amount` is the
    disputed part of the payment, in the payment's currency. All disputes of a payment never exceed it together.
    """

    __tablename__ = "disputes"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    payment_id: Mapped[UUID] = mapped_column(ForeignKey("payments.id"))
    user_id: Mapped[UUID]
    order_id: Mapped[UUID | None]
    livestock_id: Mapped[UUID | None]
    provider: Mapped[str] = mapped_column(String(10))
    reference: Mapped[str] = mapped_column(String(100))
    amount: Mapped[int] = mapped_column(BigInteger)
    currency: Mapped[str] = mapped_column(CHAR(3))
    charged_back: Mapped[int] = mapped_column(BigInteger)
    charged_back_currency: Mapped[str] = mapped_column(CHAR(3))
    kept: Mapped[int | None] = mapped_column(BigInteger)
    state: Mapped[str] = mapped_column(String(10))
    opened_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]

    __table_args__ = (
        CheckConstraint("amount >= 0 AND charged_back > 0", name="amount"),
        CheckConstraint("(state = 'lost') = (kept IS NOT NULL)", name="kept"),
        CheckConstraint(MACHINE.check("state"), name="state"),
        CheckConstraint("(state = 'opened') = (ended_at IS NULL)", name="ended"),
        Index("disputes_provider_reference_key", "provider", "reference", unique=True),
        Index("disputes_payment_id_idx", "payment_id"),
        Index("disputes_state_id_idx", "state", "id"),
        Index("disputes_open_idx", "user_id", postgresql_where=text("state = 'opened'")),
    )

    @property
    def money(self) -> Money:
        """The disputed part of the payment."""
        return Money.of_minor(self.amount, self.currency)

    @property
    def charged_back_money(self) -> Money:
        """What the provider took from the platform, or kept in the end."""
        minor = self.charged_back if self.kept is None else self.kept
        return Money.of_minor(minor, self.charged_back_currency)

    def end(self, state: str, *, kept: int, now: datetime) -> bool:
        """Applies how the dispute ended and returns whether that is new. The row must be locked.

        If the provider keeps only a part of what it took, the same part of the payment is lost.
        """
        if not MACHINE.leads(self.state, state):
            return False
        self.state, self.ended_at, self.kept = state, now, None
        if state == "lost":
            self.kept = min(kept, self.charged_back)
            self.amount = min(self.amount, self._part(self.kept))
        return True

    def _part(self, kept: int) -> int:
        """Returns the lost part of the payment. Another currency is not converted: the share is the same."""
        if self.charged_back_currency == self.currency:
            return kept
        return -(-self.amount * kept // self.charged_back)
