"""What clients send and get about payments."""

from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, StringConstraints

from amigok_chassis.money import MoneyIn
from amigok_contracts import Money
from amigok_contracts.payment import PaymentReason
from payment.payments.models import Payment
from payment.providers.protocol import Method, Name, Observation

State = Literal["created", "requires_action", "declined", "processing", "unknown", "completed", "cancelled"]
Purpose = Literal["deposit", "order"]
ProviderId = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{3,100}$")]
"""A provider's id; never a card number."""


class _In(BaseModel):
    model_config = ConfigDict(extra="forbid")


class DepositIn(_In):
    """A deposit into your wallet. With `saved_method`, the id of a saved card, the card is charged at once."""

    purpose: Literal["deposit"]
    method: Literal["card", "bank_transfer", "crypto", "paypal"]
    amount: MoneyIn
    saved_method: ProviderId | None = None


class OrderPaymentIn(_In):
    """A payment for an order that was placed with `pay_with: payment`. `amount` is the price that the payer saw."""

    purpose: Literal["order"]
    method: Method
    order_id: UUID
    amount: MoneyIn | None = None
    saved_method: ProviderId | None = None


PaymentIn = Annotated[DepositIn | OrderPaymentIn, Field(discriminator="purpose")]


class ConfirmationIn(_In):
    """Sent when the payer is back. `method_token` is the provider's id of the way to pay, if the browser got one."""

    payment_id: UUID
    method_token: ProviderId | None = None


class Reserved(BaseModel):
    """What is stored under an idempotency key. A replay returns the current status of this payment."""

    id: UUID


class PaymentOut(BaseModel):
    """A payment's current status. `reason` is a stable code if it was declined or cancelled."""

    id: UUID
    user_id: UUID
    purpose: Purpose
    order_id: UUID | None
    provider: Name
    method: Method
    amount: Money
    refunded: Money
    state: State
    reason: PaymentReason | None
    created_at: AwareDatetime
    expires_at: AwareDatetime
    ended_at: AwareDatetime | None

    @classmethod
    def of(cls, payment: Payment) -> Self:
        return cls.model_validate({**_columns(payment), "amount": payment.money, "refunded": _refunded(payment)})


class PaymentStepOut(PaymentOut):
    """A payment and how the payer continues: with the secret in the provider's own fields, or at the URL."""

    client_secret: str | None = None
    approval_url: str | None = None

    @classmethod
    def after(cls, payment: Payment, seen: Observation | None) -> Self:
        shown = cls.of(payment)
        if seen is not None and payment.is_open:
            shown.client_secret, shown.approval_url = seen.client_secret, seen.approval_url
        return shown


def _columns(payment: Payment) -> dict[str, object]:
    return {column.key: getattr(payment, column.key) for column in Payment.__table__.columns}


def _refunded(payment: Payment) -> Money:
    return Money.of_minor(payment.refunded, payment.currency)
