"""What the wallet publishes: accounts, answers to money requests, and money that moved, came in or went out.

Whoever asks by an event of `money_requests` is answered here with the same `purpose` and `reference_id`. Subscribe with
`match={"purpose": ...}`.
"""

from typing import Annotated
from uuid import UUID

from pydantic import AwareDatetime

from amigok_contracts.base import Event
from amigok_contracts.deletion import DeletionChecked
from amigok_contracts.money import Currency, Money
from amigok_contracts.money_requests import Purpose, Refusal, Shares
from amigok_contracts.values import Method, Reason, Sealed, known


class AccountOpened(Event, type="wallet.account.opened", aggregate="user_id"):
    """The user can hold money in this currency."""

    user_id: UUID
    currency: Currency


class AccountCredited(Event, type="wallet.account.credited", aggregate="user_id"):
    """Two administrators credited the user; the reason is in the ledger. `credited_by` approved it."""

    user_id: UUID
    transfer_id: UUID
    amount: Money
    credited_by: UUID


class AccountCorrected(Event, type="wallet.account.corrected", aggregate="user_id"):
    """Two administrators put money into the user's wallet or took it out; the reason is in the ledger.

    `corrects` is the transfer that was wrong, if there was one.
    """

    user_id: UUID
    transfer_id: UUID
    amount: Money
    direction: Annotated[str, known("credit", "debit")]
    corrects: UUID | None
    corrected_by: UUID


class TransferCompleted(Event, type="wallet.transfer.completed", aggregate="transfer_id"):
    """One user sent money to another."""

    transfer_id: UUID
    sender_id: UUID
    recipient_id: UUID
    amount: Money


class HoldPlaced(Event, type="wallet.hold.placed", aggregate="reference_id"):
    """The amount is set aside for what was asked. At `expires_at` it is the payer's again; null: it does not expire."""

    hold_id: UUID
    purpose: Purpose
    reference_id: UUID
    payer_id: UUID
    amount: Money
    expires_at: AwareDatetime | None


class HoldRefused(Event, type="wallet.hold.refused", aggregate="reference_id"):
    """The amount could not be set aside, and never will be under this reference. `reason` is a stable code.

    Where the reason is a matter of time, `retry_after` says after how many seconds a new request may be let through.
    """

    purpose: Purpose
    reference_id: UUID
    payer_id: UUID
    amount: Money
    reason: Refusal
    retry_after: int | None = None


class HoldCaptured(Event, type="wallet.hold.captured", aggregate="reference_id"):
    """These shares of what was held were paid: `amount` in all. What was held beyond that is the payer's again."""

    hold_id: UUID
    purpose: Purpose
    reference_id: UUID
    transfer_id: UUID
    payer_id: UUID
    amount: Money
    shares: Shares


class HoldReleased(Event, type="wallet.hold.released", aggregate="reference_id"):
    """The whole amount is the payer's again. `reason` is a stable code: what was asked with, or `expired`."""

    hold_id: UUID
    purpose: Purpose
    reference_id: UUID
    payer_id: UUID
    amount: Money
    reason: Annotated[str, known("not_owner", "expired", "buyer_cancelled")]


class ChargeCompleted(Event, type="wallet.charge.completed", aggregate="reference_id"):
    """These shares were paid: `amount` in all. What the payer lacked of a mandatory charge is `owed`, and a debt."""

    purpose: Purpose
    reference_id: UUID
    transfer_id: UUID
    payer_id: UUID
    amount: Money
    shares: Shares
    owed: Money


class ChargeRefused(Event, type="wallet.charge.refused", aggregate="reference_id"):
    """Nothing was taken, and nothing ever will be under this reference. `reason` is a stable code.

    Where the reason is a matter of time, `retry_after` says after how many seconds a new request may be let through.
    """

    purpose: Purpose
    reference_id: UUID
    payer_id: UUID
    amount: Money
    reason: Refusal
    retry_after: int | None = None


class RewardPaid(Event, type="wallet.reward.paid", aggregate="reference_id"):
    """The platform has paid the amount to somebody."""

    purpose: Purpose
    reference_id: UUID
    transfer_id: UUID
    payee_id: UUID
    amount: Money


class DebtRecorded(Event, type="wallet.debt.recorded", aggregate="reference_id"):
    """Somebody owes the platform this. `remaining` is what is left of `amount` after what they had was taken.

    Debts come from requests of other services, from what was lacking of mandatory charges, and from the wallet itself:
    `wallet.dispute`, `wallet.refund` (made outside) and `wallet.withdrawal` (paid out after all).
    """

    purpose: Purpose
    reference_id: UUID
    debtor_id: UUID
    amount: Money
    remaining: Money
    livestock_id: UUID | None = None


class DebtSettled(Event, type="wallet.debt.settled", aggregate="reference_id"):
    """Nothing of the debt is left: `remaining` is zero. `reason` is `paid`, or why it was given up."""

    purpose: Purpose
    reference_id: UUID
    debtor_id: UUID
    amount: Money
    remaining: Money
    livestock_id: UUID | None = None
    reason: Annotated[str, known("paid", "dispute_won", "refund_returned", "withdrawal_returned")] = "paid"


class ExitAllowed(Event, type="wallet.exit.allowed", aggregate="reference_id"):
    """The wallet allows an exit of the user's money or credit that another service asked for. It counts as spent."""

    reference_id: UUID
    user_id: UUID
    purpose: Purpose
    amount: Money


class ExitRefused(Event, type="wallet.exit.refused", aggregate="reference_id"):
    """The wallet refuses such an exit for good; the user may start again. `reason` is a stable code.

    Where the reason is a matter of time, `retry_after` says after how many seconds it may be otherwise.
    """

    reference_id: UUID
    user_id: UUID
    purpose: Purpose
    amount: Money
    reason: Refusal
    retry_after: int | None


class ExitNoticed(Event, type="wallet.exit.noticed", aggregate="reference_id"):
    """An unusual exit of the user's money was allowed or refused. They are to be told, and can stop all exits.

    `reason` is null where it was allowed; `signs` are stable codes of what was unusual.
    """

    reference_id: UUID
    user_id: UUID
    purpose: Purpose
    amount: Money
    signs: tuple[Annotated[str, known("new_recipient", "new_device", "credentials_changed")], ...]
    reason: Reason | None


class DepositRequested(Event, type="wallet.deposit.requested", aggregate="deposit_id"):
    """The user wants to bring money in; the payment that follows has the same id. `method` is how they want to pay."""

    deposit_id: UUID
    user_id: UUID
    amount: Money
    method: Method


class DepositCompleted(Event, type="wallet.deposit.completed", aggregate="payment_id"):
    """Money that a provider received is booked for the user. It may fund a hold from now on."""

    payment_id: UUID
    user_id: UUID
    transfer_id: UUID
    amount: Money


class WithdrawalRequested(Event, type="wallet.withdrawal.requested", aggregate="withdrawal_id"):
    """The user wants money out; it is held until the withdrawal ends."""

    withdrawal_id: UUID
    user_id: UUID
    amount: Money
    method: Annotated[str, known("bank_transfer", "paypal")]


class WithdrawalApproved(Event, type="wallet.withdrawal.approved", aggregate="withdrawal_id"):
    """Administrators approved the withdrawal: it may be paid out.

    `sealed_destination` is where to, base64 of what only services with the fleet's key can open, bound to the id.
    """

    withdrawal_id: UUID
    user_id: UUID
    amount: Money
    method: Annotated[str, known("bank_transfer", "paypal")]
    sealed_destination: Sealed


class WithdrawalRejected(Event, type="wallet.withdrawal.rejected", aggregate="withdrawal_id"):
    """An administrator refused, or the user took the request back. The user can spend the money again."""

    withdrawal_id: UUID
    user_id: UUID
    amount: Money
    reason: Annotated[str, known("rejected", "cancelled_by_user", "user_deleted")]


class WithdrawalCompleted(Event, type="wallet.withdrawal.completed", aggregate="withdrawal_id"):
    """The money was paid out and has left the ledger."""

    withdrawal_id: UUID
    user_id: UUID
    transfer_id: UUID
    amount: Money


class WithdrawalFailed(Event, type="wallet.withdrawal.failed", aggregate="withdrawal_id"):
    """The provider could not pay out; the user can spend the money again. `reason` is a stable code."""

    withdrawal_id: UUID
    user_id: UUID
    amount: Money
    reason: Annotated[str, known("account_closed", "account_unknown", "failed")]


class WalletDeletionChecked(DeletionChecked, Event, type="wallet.user.deletion_checked", aggregate="user_id"):
    """Whether money keeps a user from being deleted: `balance`, `holds`, `withdrawals`, `disputes`, `debts`."""


class WithdrawalPaidAfterAll(Event, type="wallet.withdrawal.paid_after_all", aggregate="withdrawal_id"):
    """A withdrawal that counted as failed was paid out after all. What was given back for it is a debt."""

    withdrawal_id: UUID
    user_id: UUID
    transfer_id: UUID
    amount: Money


class WithdrawalReturned(Event, type="wallet.withdrawal.returned", aggregate="withdrawal_id"):
    """What was paid out came back; the user can spend the money again. `reason` is a stable code."""

    withdrawal_id: UUID
    user_id: UUID
    transfer_id: UUID
    amount: Money
    reason: Annotated[str, known("account_closed", "account_unknown", "failed")]
