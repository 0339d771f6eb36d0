"""What clients send and get."""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from amigok_chassis.money import MoneyIn
from amigok_contracts import Money
from amigok_contracts.payment import PayoutReason
from amigok_contracts.values import known
from wallet.values import Note
from wallet.withdrawals.destinations import BankAccount, PayPalAccount
from wallet.withdrawals.machine import State

Method = Literal["bank_transfer", "paypal"]


class _In(BaseModel):
    model_config = ConfigDict(extra="forbid")


class BankWithdrawalIn(_In):
    """Money for an account at a bank."""

    amount: MoneyIn
    method: Literal["bank_transfer"]
    account: BankAccount


class PayPalWithdrawalIn(_In):
    """Money for an account at PayPal."""

    amount: MoneyIn
    method: Literal["paypal"]
    account: PayPalAccount


WithdrawIn = Annotated[BankWithdrawalIn | PayPalWithdrawalIn, Field(discriminator="method")]


class WithdrawalOut(BaseModel):
    """A withdrawal, as its owner sees it. The account is masked, and null once it is erased."""

    model_config = ConfigDict(from_attributes=True)

    id: UUID
    amount: Money
    method: Method
    account: str | None
    state: State
    note: str | None
    reason: PayoutReason | None
    requested_at: AwareDatetime
    decided_at: AwareDatetime | None
    ended_at: AwareDatetime | None


class ReviewOut(WithdrawalOut):
    """The same for administrators, with whose it is and who has decided."""

    user_id: UUID
    approvals_needed: int
    first_approved_by: UUID | None
    decided_by: UUID | None


class ReviewDetailOut(ReviewOut):
    """All that a decision needs: the whole account, and the user's standing."""

    destination: dict[str, str] | None
    account_status: Literal["active", "deactivated", "deleted"]
    registered_at: AwareDatetime
    kyc_status: Annotated[str, known("approved", "not_submitted", "pending", "rejected")]
    kyc_name: str | None = Field(description="The legal name that was proved: compare the holder of the account")
    credentials_changed_at: AwareDatetime | None
    exits_closed: Literal["account_inactive", "exits_stopped", "dispute_open"] | None
    open_disputes: list[UUID]


class DecisionIn(_In):
    """An administrator's decision on what they saw; the user reads the note."""

    status: Literal["approved", "rejected"]
    seen: Literal["requested", "approved_once"] = Field(description="The state that you saw the withdrawal in")
    note: Note = ""
