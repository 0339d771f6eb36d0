"""What payment says: money that came in, went out or is disputed, and invoices. No card, account or name is in it."""

from datetime import date
from typing import Literal
from uuid import UUID

from pydantic import BaseModel

from amigok_contracts.assurance import Assurance
from amigok_contracts.base import Event
from amigok_contracts.books import Books
from amigok_contracts.deletion import DeletionChecked
from amigok_contracts.money import Money

Provider = Literal["stripe", "paypal", "wallet"]
Purpose = Literal["deposit", "order"]
Destination = Literal["provider", "wallet"]
ChargedTo = Literal["user", "platform"]


class PaymentCompleted(Event, type="payment.payment.completed", aggregate="payment_id"):
    """The provider has the money: it is the user's, and with `order_id` it is meant for that order.

    With the provider `wallet` the money was in the ledger already, and has gone to the seller.
    """

    payment_id: UUID
    user_id: UUID
    amount: Money
    provider: Provider
    purpose: Purpose
    order_id: UUID | None


class PaymentFailed(Event, type="payment.payment.failed", aggregate="payment_id"):
    """The payment has ended, and no money came. `reason` is a stable code.

    Should the money come all the same, `payment.payment.completed` follows.
    """

    payment_id: UUID
    user_id: UUID
    amount: Money
    provider: Provider
    purpose: Purpose
    order_id: UUID | None
    reason: str


class WalletPaymentRequested(Event, type="payment.wallet_payment.requested", aggregate="payment_id"):
    """The buyer pays an order that waits for a payment with what is in the wallet."""

    payment_id: UUID
    order_id: UUID
    user_id: UUID
    amount: Money
    assurance: Assurance | None = None


class ChargeRequested(Event, type="payment.charge.requested", aggregate="payment_id"):
    """A payer wants to be charged by a way to pay that they saved: the wallet says whether that may be.

    It answers with `wallet.exit.allowed` or `wallet.exit.refused`, whose reference is the payment.
    """

    payment_id: UUID
    user_id: UUID
    amount: Money
    assurance: Assurance


class RefundRequested(Event, type="payment.refund.requested", aggregate="refund_id"):
    """A part of a payment is to go back to where it came from, out of the user's wallet."""

    refund_id: UUID
    payment_id: UUID
    user_id: UUID
    amount: Money


class RefundCompleted(Event, type="payment.refund.completed", aggregate="refund_id"):
    """The user was given money back: by the provider or in the wallet, at the user's or the platform's charge."""

    refund_id: UUID
    payment_id: UUID
    user_id: UUID
    amount: Money
    provider: Provider
    destination: Destination
    charged_to: ChargedTo


class RefundFailed(Event, type="payment.refund.failed", aggregate="refund_id"):
    """No money was given back. `reason` is a stable code."""

    refund_id: UUID
    payment_id: UUID
    user_id: UUID
    amount: Money
    charged_to: ChargedTo
    reason: str


class RefundReturned(Event, type="payment.refund.returned", aggregate="refund_id"):
    """What had been given back came back to the provider: it is again whose it was. `reason` is a stable code."""

    refund_id: UUID
    payment_id: UUID
    user_id: UUID
    amount: Money
    provider: Provider
    charged_to: ChargedTo
    made_outside: bool
    reason: str


class RefundMadeOutside(Event, type="payment.refund.made_outside", aggregate="refund_id"):
    """Somebody gave a payment back at the provider, not through the platform: its user has the money twice."""

    refund_id: UUID
    payment_id: UUID
    user_id: UUID
    amount: Money
    provider: Provider


class OrderRefunded(Event, type="payment.order.refunded", aggregate="refund_id"):
    """What a completed order was paid with was given back, as two administrators decided.

    `animal` says what they decided about it: it `stays` with the buyer or `returns` to the platform.
    """

    refund_id: UUID
    order_id: UUID
    livestock_id: UUID
    buyer_id: UUID
    amount: Money
    animal: Literal["stays", "returns"]


class PayoutCompleted(Event, type="payment.payout.completed", aggregate="withdrawal_id"):
    """The provider has paid a withdrawal out."""

    withdrawal_id: UUID
    user_id: UUID
    amount: Money
    provider: Provider


class PayoutFailed(Event, type="payment.payout.failed", aggregate="withdrawal_id"):
    """A withdrawal was not paid out and will not be. `reason` is a stable code."""

    withdrawal_id: UUID
    user_id: UUID
    amount: Money
    provider: Provider
    reason: str


class PayoutReturned(Event, type="payment.payout.returned", aggregate="withdrawal_id"):
    """A withdrawal that was paid out came back: the money is at the provider again. `reason` is a stable code."""

    withdrawal_id: UUID
    user_id: UUID
    amount: Money
    provider: Provider
    reason: str


class PayoutPaidAfterAll(Event, type="payment.payout.paid_after_all", aggregate="withdrawal_id"):
    """A withdrawal that counted as failed was paid out all the same: its user has the money twice."""

    withdrawal_id: UUID
    user_id: UUID
    amount: Money
    provider: Provider


class Dispute(BaseModel):
    """A payment that the payer's bank takes back; with `order_id` and `livestock_id`, what was bought with it.

    `amount` is disputed of what was `paid`: never more, in the payment's currency. Where it is less, it is a part.
    `charged_back` is what the provider takes from the platform for it, where that is another amount or currency.
    """

    dispute_id: UUID
    payment_id: UUID
    user_id: UUID
    amount: Money
    paid: Money
    provider: Provider
    order_id: UUID | None
    livestock_id: UUID | None
    charged_back: Money | None = None


class DisputeOpened(Dispute, Event, type="payment.dispute.opened", aggregate="dispute_id"):
    """The payer's bank takes a payment back for now; what was bought with it must not be sold on."""


class DisputeWon(Dispute, Event, type="payment.dispute.won", aggregate="dispute_id"):
    """The bank has given the money back to the platform: the payment stands. It may be after it was lost."""


class DisputeLost(Dispute, Event, type="payment.dispute.lost", aggregate="dispute_id"):
    """`amount` stays with the payer's bank, which may be less than was disputed.

    If it is all that was paid, what was bought returns to the platform.
    """


class InvoiceIssued(Event, type="payment.invoice.issued", aggregate="invoice_id"):
    """An order that was completed is on an invoice; `number` has no gaps within its seller and year."""

    invoice_id: UUID
    number: str
    user_id: UUID
    order_id: UUID
    total: Money


class SettlementReconciled(Event, type="payment.settlement.reconciled", aggregate="settlement_id"):
    """A day at a provider was compared with what payment knows, in one currency.

    `gross` is what moved there (in less out), `fees` what the provider kept; `differences` counts what does not agree.
    Of two statements of a settlement the one with the higher version holds.
    """

    settlement_id: UUID
    aggregate_version: int = 0
    provider: Provider
    day: date
    gross: Money
    fees: Money
    differences: int


class WebhookReceived(Event, type="payment.webhook.received", aggregate="webhook_id"):
    """A provider has told of something; payment says this to itself, to look into it after it has answered."""

    webhook_id: UUID
    provider: Provider


class BooksStated(Books, Event, type="payment.books.stated", aggregate="window_id"):
    """What was settled: payments (`deposit`), refunds (`refund`), payouts (`withdrawal`) and disputes (`dispute`).

    What came back afterwards is there a second time (`refund_returned`, `withdrawal_returned`).

    A payment from the wallet itself moves nothing in or out and is no item.
    """

    kinds = frozenset(
        {"deposit", "refund", "refund_outside", "refund_returned", "withdrawal", "withdrawal_returned", "dispute"}
    )


class PaymentDeletionChecked(DeletionChecked, Event, type="payment.user.deletion_checked", aggregate="user_id"):
    """Whether payments of a user's keep them from being deleted.

    Obstacles: `payments`, `refunds` and `payouts` under way, `disputes` that are open.
    """
