"""What the wallet says: accounts, holds and money that moved."""

from uuid import UUID

from pydantic import AwareDatetime

from amigok_contracts.base import Event
from amigok_contracts.money import Money


class AccountOpened(Event, type="wallet.account.opened", aggregate="user_id"):
    """The user can hold money in this currency."""

    user_id: UUID
    currency: str


class AccountCredited(Event, type="wallet.account.credited", aggregate="user_id"):
    """An administrator credited the user; the reason stands in the ledger."""

    user_id: UUID
    transfer_id: UUID
    amount: Money
    credited_by: UUID


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
    reason: str


class HoldCaptured(Event, type="wallet.hold.captured", aggregate="order_id"):
    """The held price went to the seller (null: the platform), less the platform's fee."""

    hold_id: UUID
    order_id: UUID
    transfer_id: UUID
    user_id: UUID
    seller_id: UUID | None
    amount: Money
    fee: Money


class HoldReleased(Event, type="wallet.hold.released", aggregate="order_id"):
    """The held price is the buyer's to spend again. `reason` is a stable code."""

    hold_id: UUID
    order_id: UUID
    user_id: UUID
    amount: Money
    reason: str
