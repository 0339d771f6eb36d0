"""What clients send and get about payments."""

from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, StringConstraints

from amigok_chassis.money import MoneyIn
from amigok_contracts import Money
from payment.payments.models import Payment
from payment.providers.shape import Method, Name, Sighting
from payment.refunds.schemas import RefundOut

State = Literal["created", "requires_action", "declined", "processing", "unknown", "completed", "cancelled"]
Purpose = Literal["deposit", "order"]
ProviderId = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{3,100}$")]
"""A provider's id of something; never a number of a card."""


class _In(BaseModel):
    model_config = ConfigDict(extra="forbid")


class DepositIn(_In):
    """An amount for one's own wallet. With `saved_method`, a card that the provider keeps, it is charged at once."""

    purpose: Literal["deposit"]
    method: Literal["card", "bank_transfer", "crypto", "paypal"]
    amount: MoneyIn
    saved_method: ProviderId | None = None


class OrderPaymentIn(_In):
    """The price of an order that was placed with `pay_with: payment`; `amount` is the price that the payer has seen."""

    purpose: Literal["order"]
    method: Method
    order_id: UUID
    amount: MoneyIn | None = None
    saved_method: ProviderId | None = None


PaymentIn = Annotated[DepositIn | OrderPaymentIn, Field(discriminator="purpose")]


class ConfirmationIn(_In):
    """The payer is back. `method_token` is the provider's id of the way to pay that their browser was given, if any."""

    payment_id: UUID
    method_token: ProviderId | None = None


class Reserved(BaseModel):
    """What is kept under an idempotency key: a replay answers with how this payment is then."""

    id: UUID


class PaymentOut(BaseModel):
    """A payment as it is now. `reason` is a stable code where it was declined or cancelled."""

    id: UUID
    user_id: UUID
    purpose: Purpose
    order_id: UUID | None
    provider: Name
    method: Method
    amount: Money
    refunded: Money
    state: State
    reason: str | None
    created_at: AwareDatetime
    expires_at: AwareDatetime
    ended_at: AwareDatetime | None

    @classmethod
    def of(cls, payment: Payment) -> Self:
        return cls.model_validate({**_columns(payment), "amount": payment.money, "refunded": _refunded(payment)})


class PaymentDetailOut(PaymentOut):
    """A payment with what was given back of it, the oldest first."""

    refunds: list[RefundOut]


class PaymentStepOut(PaymentOut):
    """A payment and what the payer does next: with the secret in the provider's own fields, or at the URL."""

    client_secret: str | None = None
    approval_url: str | None = None

    @classmethod
    def after(cls, payment: Payment, seen: Sighting | None) -> Self:
        shown = cls.of(payment)
        if seen is not None and payment.is_open:
            shown.client_secret, shown.approval_url = seen.client_secret, seen.approval_url
        return shown


class OfferedOut(BaseModel):
    """The methods that money can be paid by in a currency, and Stripe's public key for the browser."""

    methods: list[Method]
    stripe_publishable_key: str | None


def _columns(payment: Payment) -> dict[str, object]:
    return {column.key: getattr(payment, column.key) for column in Payment.__table__.columns}


def _refunded(payment: Payment) -> Money:
    return Money.of_minor(payment.refunded, payment.currency)
