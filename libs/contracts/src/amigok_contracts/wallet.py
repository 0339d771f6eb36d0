"""What the wallet says: accounts, holds, money that moved, came in or went out."""

from typing import Annotated
from uuid import UUID

from pydantic import AwareDatetime

from amigok_contracts.base import Event
from amigok_contracts.deletion import DeletionChecked
from amigok_contracts.money import Currency, Money
from amigok_contracts.values import Fee, Method, Reason, Sealed, known


class AccountOpened(Event, type="wallet.account.opened", aggregate="user_id"):
    """The user can hold money in this currency."""

    user_id: UUID
    currency: Currency


class AccountCredited(Event, type="wallet.account.credited", aggregate="user_id"):
    """Two administrators credited the user; the reason stands in the ledger. `credited_by` decided."""

    user_id: UUID
    transfer_id: UUID
    amount: Money
    credited_by: UUID


class AccountCorrected(Event, type="wallet.account.corrected", aggregate="user_id"):
    """Two administrators put money into the user's wallet or took it out; why stands in the ledger.

    `corrects` is the transfer that was wrong, where it was one.
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


class HoldPlaced(Event, type="wallet.hold.placed", aggregate="order_id"):
    """The price of an order is set aside."""

    hold_id: UUID
    order_id: UUID
    user_id: UUID
    amount: Money
    expires_at: AwareDatetime


class HoldRefused(Event, type="wallet.hold.refused", aggregate="order_id"):
    """The price of an order could not be set aside. `reason` is a stable code."""

    order_id: UUID
    user_id: UUID
    reason: Annotated[str, known("insufficient_funds", "wallet_missing", "account_inactive", "exits_stopped")]


class HoldCaptured(Event, type="wallet.hold.captured", aggregate="order_id"):
    """The held price went to the seller (null: the platform), less the platform's fee."""

    hold_id: UUID
    order_id: UUID
    transfer_id: UUID
    user_id: UUID
    seller_id: UUID | None
    amount: Money
    fee: Fee


class HoldReleased(Event, type="wallet.hold.released", aggregate="order_id"):
    """The held price is the buyer's to spend again. `reason` is a stable code."""

    hold_id: UUID
    order_id: UUID
    user_id: UUID
    amount: Money
    reason: Annotated[str, known("not_owner", "expired", "buyer_cancelled")]


class ExitAllowed(Event, type="wallet.exit.allowed", aggregate="reference_id"):
    """Money or credit of the user's may leave their control for this, as another service asked; it counts as spent."""

    reference_id: UUID
    user_id: UUID
    purpose: Annotated[str, known("charge", "transfer", "withdrawal", "purchase")]
    amount: Money


class ExitRefused(Event, type="wallet.exit.refused", aggregate="reference_id"):
    """It may not, for good; the user may begin anew. `reason` is a stable code of the policy for exits.

    Where the reason is a matter of time, `retry_after` says after how many seconds it may be otherwise.
    """

    reference_id: UUID
    user_id: UUID
    purpose: Annotated[str, known("charge", "transfer", "withdrawal", "purchase")]
    amount: Money
    reason: Annotated[
        str, known("exits_stopped", "dispute_open", "daily_limit_exceeded", "exit_delayed", "account_inactive")
    ]
    retry_after: int | None


class ExitNoticed(Event, type="wallet.exit.noticed", aggregate="reference_id"):
    """Something unusual left the user's control or was refused: they are to be told, and can stop all exits.

    `reason` is null where it was let go; `signs` are stable codes of what was unusual.
    """

    reference_id: UUID
    user_id: UUID
    purpose: Annotated[str, known("charge", "transfer", "withdrawal", "purchase")]
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
    """Money that a provider received is the user's to spend, or held for the order that it was paid for."""

    payment_id: UUID
    user_id: UUID
    transfer_id: UUID
    amount: Money


class RefundHeld(Event, type="wallet.refund.held", aggregate="refund_id"):
    """What a refund gives back is set aside in the user's wallet: the provider may be asked."""

    refund_id: UUID
    user_id: UUID
    amount: Money


class RefundRefused(Event, type="wallet.refund.refused", aggregate="refund_id"):
    """The user has too little left to be given back. `reason` is a stable code."""

    refund_id: UUID
    user_id: UUID
    amount: Money
    reason: Annotated[str, known("insufficient_funds")]


class WithdrawalRequested(Event, type="wallet.withdrawal.requested", aggregate="withdrawal_id"):
    """The user wants money out; it is held until the withdrawal ends."""

    withdrawal_id: UUID
    user_id: UUID
    amount: Money
    method: Annotated[str, known("bank_transfer", "paypal")]


class WithdrawalApproved(Event, type="wallet.withdrawal.approved", aggregate="withdrawal_id"):
    """Administrators let the money go: it may be paid out.

    `sealed_destination` is where to, base64 of what only services with the fleet's key can open, bound to the id.
    """

    withdrawal_id: UUID
    user_id: UUID
    amount: Money
    method: Annotated[str, known("bank_transfer", "paypal")]
    sealed_destination: Sealed


class WithdrawalRejected(Event, type="wallet.withdrawal.rejected", aggregate="withdrawal_id"):
    """An administrator refused, or the user took the request back; the money is the user's to spend again."""

    withdrawal_id: UUID
    user_id: UUID
    amount: Money
    reason: Annotated[str, known("rejected", "cancelled_by_user", "user_deleted")]


class WithdrawalCompleted(Event, type="wallet.withdrawal.completed", aggregate="withdrawal_id"):
    """The money is paid out and out of the ledger."""

    withdrawal_id: UUID
    user_id: UUID
    transfer_id: UUID
    amount: Money


class WithdrawalFailed(Event, type="wallet.withdrawal.failed", aggregate="withdrawal_id"):
    """The provider could not pay out; the money is the user's to spend again. `reason` is a stable code."""

    withdrawal_id: UUID
    user_id: UUID
    amount: Money
    reason: Annotated[str, known("account_closed", "account_unknown", "failed")]


class WalletDeletionChecked(DeletionChecked, Event, type="wallet.user.deletion_checked", aggregate="user_id"):
    """Whether money keeps a user from being deleted: `balance`, `holds`, `withdrawals`, `disputes`, `claims`."""


class WithdrawalPaidAfterAll(Event, type="wallet.withdrawal.paid_after_all", aggregate="withdrawal_id"):
    """What counted as failed was paid out all the same; what was given back for it is claimed."""

    withdrawal_id: UUID
    user_id: UUID
    transfer_id: UUID
    amount: Money


class WithdrawalReturned(Event, type="wallet.withdrawal.returned", aggregate="withdrawal_id"):
    """What was paid out came back; the money is the user's to spend again. `reason` is a stable code."""

    withdrawal_id: UUID
    user_id: UUID
    transfer_id: UUID
    amount: Money
    reason: Annotated[str, known("account_closed", "account_unknown", "failed")]
