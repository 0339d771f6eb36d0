"""What payment publishes: money that came in, went out or is disputed, and invoices. No card, account or name."""

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel

from amigok_contracts.assurance import Assurance
from amigok_contracts.base import Event
from amigok_contracts.books import Books
from amigok_contracts.deletion import DeletionChecked
from amigok_contracts.money import Money
from amigok_contracts.money_requests import HoldRequest
from amigok_contracts.money_requests import Purpose as MoneyPurpose
from amigok_contracts.values import Provider, known, like

REFUND = "payment.refund"
"""The purpose of the holds of what is refunded."""

CHARGE = "payment.charge"
"""The purpose under which the wallet answers whether a saved way to pay may be charged."""

Purpose = Annotated[str, known("deposit", "order")]
Destination = Annotated[str, known("provider", "wallet")]
ChargedTo = Annotated[str, known("user", "platform")]
PaymentReason = Annotated[
    str,
    known(
        "expired",
        "cancelled",
        "declined",
        "card_declined",
        "insufficient_funds",
        "expired_card",
        "authentication_failed",
        "order_cancelled",
    ),
]
PayoutReason = Annotated[str, known("account_closed", "account_unknown", "provider_balance_insufficient", "failed")]
RefundReason = Annotated[
    str, known("insufficient_funds", "already_refunded", "payment_disputed", "refund_too_late", "failed")
]


class PaymentCompleted(Event, type="payment.payment.completed", aggregate="payment_id"):
    """The provider has received the user's money. With `order_id` it is meant for that order.

    With the provider `wallet` the money was in the ledger before, and has gone to the seller.
    """

    payment_id: UUID
    user_id: UUID
    amount: Money
    provider: Provider
    purpose: Purpose
    order_id: UUID | None


class PaymentFailed(Event, type="payment.payment.failed", aggregate="payment_id"):
    """The payment has ended without money. `reason` is a stable code.

    If the money arrives later, `payment.payment.completed` follows.
    """

    payment_id: UUID
    user_id: UUID
    amount: Money
    provider: Provider
    purpose: Purpose
    order_id: UUID | None
    reason: PaymentReason


class WalletPaymentRequested(Event, type="payment.wallet_payment.requested", aggregate="payment_id"):
    """The buyer pays an order from their wallet; it was placed to be paid by a payment."""

    payment_id: UUID
    order_id: UUID
    user_id: UUID
    amount: Money
    assurance: Assurance | None = None


class ChargeRequested(Event, type="payment.charge.requested", aggregate="payment_id"):
    """A payer wants to pay with a method that they saved. The wallet decides whether that is allowed.

    It answers with `wallet.exit.allowed` or `wallet.exit.refused`, with the payment as reference.
    """

    payment_id: UUID
    user_id: UUID
    amount: Money
    assurance: Assurance


class RefundRequested(HoldRequest, Event, type="payment.refund.requested", aggregate="reference_id"):
    """A part of a payment is to go from the user's wallet back to where it came from. The reference is the refund.

    The provider is asked when the wallet holds the amount. `payment.refund.completed` takes it, `.failed` frees it.
    """

    purpose: MoneyPurpose = REFUND
    payee_ids: Annotated[tuple[UUID, ...], like([])] = ()
    gives_back: bool = True
    payment_id: UUID


class RefundCompleted(Event, type="payment.refund.completed", aggregate="refund_id"):
    """The user was refunded: by the provider or in the wallet, from the user's or from the platform's money."""

    refund_id: UUID
    payment_id: UUID
    user_id: UUID
    amount: Money
    provider: Provider
    destination: Destination
    charged_to: ChargedTo


class RefundFailed(Event, type="payment.refund.failed", aggregate="refund_id"):
    """Nothing was refunded. `reason` is a stable code."""

    refund_id: UUID
    payment_id: UUID
    user_id: UUID
    amount: Money
    charged_to: ChargedTo
    reason: RefundReason


class RefundReturned(Event, type="payment.refund.returned", aggregate="refund_id"):
    """A refund came back to the provider: the money belongs again to whom it came from. `reason` is a stable code."""

    refund_id: UUID
    payment_id: UUID
    user_id: UUID
    amount: Money
    provider: Provider
    charged_to: ChargedTo
    made_outside: bool
    reason: RefundReason


class RefundMadeOutside(Event, type="payment.refund.made_outside", aggregate="refund_id"):
    """Somebody refunded a payment at the provider, not through the platform: its user has the money twice."""

    refund_id: UUID
    payment_id: UUID
    user_id: UUID
    amount: Money
    provider: Provider


class OrderRefunded(Event, type="payment.order.refunded", aggregate="refund_id"):
    """Two administrators refunded a completed order.

    `animal` is what they decided about the animal: it `stays` with the buyer or `returns` to the platform.
    """

    refund_id: UUID
    order_id: UUID
    livestock_id: UUID
    buyer_id: UUID
    amount: Money
    animal: Annotated[str, known("stays", "returns")]


class PayoutCompleted(Event, type="payment.payout.completed", aggregate="withdrawal_id"):
    """The provider has paid a withdrawal out."""

    withdrawal_id: UUID
    user_id: UUID
    amount: Money
    provider: Provider


class PayoutFailed(Event, type="payment.payout.failed", aggregate="withdrawal_id"):
    """A withdrawal was not paid out, and will not be. `reason` is a stable code."""

    withdrawal_id: UUID
    user_id: UUID
    amount: Money
    provider: Provider
    reason: PayoutReason


class PayoutReturned(Event, type="payment.payout.returned", aggregate="withdrawal_id"):
    """A withdrawal that was paid out came back to the provider. `reason` is a stable code."""

    withdrawal_id: UUID
    user_id: UUID
    amount: Money
    provider: Provider
    reason: PayoutReason


class PayoutPaidAfterAll(Event, type="payment.payout.paid_after_all", aggregate="withdrawal_id"):
    """A withdrawal that counted as failed was paid out after all: its user has the money twice."""

    withdrawal_id: UUID
    user_id: UUID
    amount: Money
    provider: Provider


class Dispute(BaseModel):
    """A payment that the payer's bank takes back. `order_id` and `livestock_id` are what was bought with it.

    `amount` is how much of what was `paid` is disputed: never more, and in the payment's currency. `charged_back` is
    what the provider takes from the platform for it, where that is another amount or currency.
    """

    dispute_id: UUID
    payment_id: UUID
    user_id: UUID
    amount: Money
    paid: Money
    provider: Provider
    order_id: UUID | None
    livestock_id: UUID | None
    charged_back: Annotated[Money, like({"amount": "221.50", "currency": "EUR"})] | None = None


class DisputeOpened(Dispute, Event, type="payment.dispute.opened", aggregate="dispute_id"):
    """The payer's bank takes a payment back for now. What was bought with it must not be sold."""


class DisputeWon(Dispute, Event, type="payment.dispute.won", aggregate="dispute_id"):
    """The bank has returned the money to the platform: the payment stands. This may happen after a loss."""


class DisputeLost(Dispute, Event, type="payment.dispute.lost", aggregate="dispute_id"):
    """`amount` stays with the payer's bank, which may be less than was disputed.

    If it is all that was paid, what was bought returns to the platform.
    """


class InvoiceIssued(Event, type="payment.invoice.issued", aggregate="invoice_id"):
    """A completed order was invoiced. `number` has no gaps within its seller and year."""

    invoice_id: UUID
    number: Annotated[str, like("AMG-2026-000042")]
    user_id: UUID
    order_id: UUID
    total: Money


class SettlementReconciled(Event, type="payment.settlement.reconciled", aggregate="settlement_id"):
    """A day at a provider was compared with payment's own records, in one currency.

    `gross` is what moved there (in less out), `fees` what the provider kept; `differences` counts what does not agree.
    The later of two statements of a settlement wins.
    """

    settlement_id: UUID
    provider: Provider
    day: date
    gross: Money
    fees: Annotated[Money, like({"amount": "7.26", "currency": "USD"})]
    differences: int


class WebhookReceived(Event, type="payment.webhook.received", aggregate="webhook_id"):
    """A provider called a webhook. Payment publishes this to itself, to look into it after it has answered."""

    webhook_id: UUID
    provider: Provider


class PaymentBooksStated(Books, Event, type="payment.books.stated", aggregate="window_id"):
    """What was settled: payments (`deposit`), refunds (`refund`), payouts (`withdrawal`) and disputes (`dispute`).

    What came back afterwards is an item of its own (`refund_returned`, `withdrawal_returned`). A payment from the
    wallet moves nothing in or out and is no item.
    """

    kinds = frozenset(
        {"deposit", "refund", "refund_outside", "refund_returned", "withdrawal", "withdrawal_returned", "dispute"}
    )


class PaymentDeletionChecked(DeletionChecked, Event, type="payment.user.deletion_checked", aggregate="user_id"):
    """Whether a user's payments keep them from being deleted.

    Obstacles: `payments`, `refunds` and `payouts` under way, `disputes` that are open.
    """
