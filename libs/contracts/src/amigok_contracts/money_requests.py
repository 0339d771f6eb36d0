"""How a service asks for money: its own events are requests. The wallet has one handler a kind, and answers.

The wallet consumes all such events, whoever declares them; nothing in it names a service. A purpose is
`<producer>.<what for>`. The broker lets each service publish under its own name only, so nobody can ask, take or free
in another's name.
`purpose` and `reference_id` together name one hold, charge or debt, and one reward; repeating a request has no further
effect.
The wallet answers with `wallet.hold.*`, `wallet.charge.*`, `wallet.reward.*` and `wallet.debt.*`, which carry both.
A request that contradicts what was done before, or mixes currencies, becomes a dead letter of the wallet.
"""

from collections.abc import Iterable
from typing import Annotated, Self
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, StringConstraints, model_validator

from amigok_contracts.assurance import Assurance
from amigok_contracts.base import Event, producer
from amigok_contracts.money import Money
from amigok_contracts.values import Reason, known, like

PURPOSES = (
    "marketplace.order",
    "farm.removal_fee",
    "farm.insurance",
    "payment.refund",
    "payment.charge",
    "feed.period",
    "feed.welfare",
    "feed.correction",
    "care.request",
    "game.entry",
    "game.entry_refund",
    "game.prize",
)
"""The known purposes."""

Purpose = Annotated[str, StringConstraints(pattern=r"^[a-z]+\.[a-z_]{1,40}$"), known(*PURPOSES)]
"""What money is for, beginning with the service that asks: `marketplace.order`."""

Words = Annotated[str, StringConstraints(max_length=200), like("Dorper ewe of two years")]
"""What the payer or payee reads in their statement."""


Refusal = Annotated[
    str,
    known(
        "insufficient_funds",
        "wallet_missing",
        "account_inactive",
        "exits_stopped",
        "dispute_open",
        "daily_limit_exceeded",
        "exit_delayed",
        "step_up_required",
        "second_factor_required",
        "payee_unavailable",
        "payment_of_another",
        "payment_used_up",
        "purpose_limit_exceeded",
        "purpose_daily_limit_exceeded",
    ),
]
"""Why money was not set aside or taken: a stable code."""

FeeKind = Annotated[str, StringConstraints(pattern=r"^[a-z_]{1,40}$"), known("sale", "removal", "care", "entry")]


class MoneyRequest(BaseModel):
    """What every request has. Raises ValueError for a purpose of another service than the event's own."""

    purpose: Purpose
    reference_id: UUID

    @model_validator(mode="after")
    def _is_its_own(self) -> Self:
        if isinstance(self, Event) and self.purpose.split(".")[0] != producer(self):
            raise ValueError(f"{self.type} cannot ask for {self.purpose}")
        return self


class Share(BaseModel):
    """A part of what is captured or charged: what a payee gets (null: the platform, by sales), or a fee of a kind.

    A fee goes to the platform's revenue, which can be told by kind. A share of nothing is allowed and moves nothing.
    """

    model_config = ConfigDict(frozen=True)

    amount: Money
    payee_id: UUID | None = None
    fee: FeeKind | None = Field(None, description="The kind of the platform's fee, such as `sale`; null: no fee")

    @model_validator(mode="after")
    def _goes_to_one(self) -> Self:
        if self.amount.minor < 0:
            raise ValueError("a share is not negative")
        if self.fee is not None and self.payee_id is not None:
            raise ValueError("a fee is the platform's: it has no payee")
        return self


Shares = Annotated[
    tuple[Share, ...],
    like(
        [
            {
                "amount": {"amount": "234.00", "currency": "USD"},
                "payee_id": "019586a3-c8d5-7ad4-8a4d-0f1c6a7e9b25",
                "fee": None,
            },
            {"amount": {"amount": "6.00", "currency": "USD"}, "payee_id": None, "fee": "sale"},
        ]
    ),
]
"""How an amount is parted: in one currency, and more than zero in all."""


def total(shares: Iterable[Share]) -> Money:
    """What shares come to. Raises ValueError for none, for several currencies, and where they come to nothing."""
    amounts = [share.amount for share in shares]
    currencies = {amount.currency for amount in amounts}
    if len(currencies) != 1:
        raise ValueError("shares are in one currency")
    minor = sum(amount.minor for amount in amounts)
    if minor <= 0:
        raise ValueError("shares come to more than zero")
    return Money.of_minor(minor, currencies.pop())


class _OfAmount(BaseModel):
    amount: Money

    @model_validator(mode="after")
    def _is_positive(self) -> Self:
        if self.amount.minor <= 0:
            raise ValueError("what is asked for is more than zero")
        return self


class _InShares(BaseModel):
    shares: Shares

    @model_validator(mode="after")
    def _add_up(self) -> Self:
        total(self.shares)
        return self


class HoldRequest(_OfAmount, MoneyRequest):
    """Set this aside of what the payer has available. Answer: `wallet.hold.placed` or `wallet.hold.refused`.

    `payee_ids` are who may be paid from it (none: the platform only). One who is shut out or has stopped their wallet
    keeps it from being placed. What is neither captured nor released by `expires_at` is the payer's again; null: the
    wallet chooses a time.

    `funded_by` is the payment that brought the amount in for this. The wallet waits until that is booked, and refuses
    what is not the payer's or more than what is left of it. It has passed the policy for exits already: only a closed
    wallet keeps it. With `gives_back` it returns to where it came from (a refund): it has no payees, does not expire,
    is no exit, and a deactivated account does not keep it. `funded_by` may be left out then.

    `agreement_id` names what the payer has agreed to pay again and again, such as a subscription as they chose it. The
    first hold that the policy for exits lets pass makes the agreement, up to its amount. Later ones of the same purpose
    need no proof of who acts; only a closed wallet keeps them. They have no payees. A choice that may cost more is a
    new agreement with an id of its own.

    `agreed_at` is when the payer agreed to the amount, if that was before and somebody else decided when it is held: an
    offer that is accepted later. They proved who they are then; everything else is judged as of now.
    """

    payer_id: UUID
    payee_ids: tuple[UUID, ...] = ()
    description: Words = ""
    expires_at: AwareDatetime | None = None
    funded_by: UUID | None = None
    gives_back: bool = False
    assurance: Assurance | None = None
    agreement_id: UUID | None = None
    agreed_at: AwareDatetime | None = None


class CaptureRequest(_InShares, MoneyRequest):
    """Take these shares of what is held, at most all of it; the rest is the payer's again. One capture a hold.

    Payees are among those whom the hold named. A hold that has expired is captured all the same, from what the payer
    has available. Answer: `wallet.hold.captured`.
    """

    payer_id: UUID


class ReleaseRequest(MoneyRequest):
    """Nothing of what is held is taken; what is not held yet never will be.

    Answer: `wallet.hold.released`, where something was held.
    """

    payer_id: UUID
    reason: Reason


class ChargeRequest(_InShares, MoneyRequest):
    """Take these shares of what the payer has available, now.

    Answer: `wallet.charge.completed` or `wallet.charge.refused`. What is `mandatory` is never refused: what the payer
    lacks becomes a debt, and payees are paid at once. With `livestock_id` that debt keeps the animal from being sold.
    """

    payer_id: UUID
    description: Words = ""
    mandatory: bool = False
    livestock_id: UUID | None = None
    assurance: Assurance | None = None


class RewardRequest(_OfAmount, MoneyRequest):
    """The platform pays this to somebody. Answer: `wallet.reward.paid`."""

    payee_id: UUID
    description: Words = ""


class DebtRequest(_OfAmount, MoneyRequest):
    """Somebody owes the platform this; it is taken first from what comes in. Answer: `wallet.debt.recorded`.

    With `livestock_id` the animal cannot be sold until `wallet.debt.settled`.
    """

    debtor_id: UUID
    description: Words = ""
    livestock_id: UUID | None = None
