"""How a service asks for money: its own events are requests, the wallet has one handler a kind and answers.

Whoever declares an event that is one of these is heard: nothing in the wallet names it. A purpose is
`<producer>.<what for>`, and the broker lets each service publish under its own name only, so that nobody can ask, take
or free in another's name. `purpose` and `reference_id` together name one hold, charge, reward or debt; repeating a
request has no further effect. The wallet answers with `wallet.hold.*`, `wallet.charge.*`, `wallet.reward.*` and
`wallet.debt.*`, which carry both.
"""

from typing import Annotated, Self
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, StringConstraints, model_validator

from amigok_contracts.assurance import Assurance
from amigok_contracts.base import Event
from amigok_contracts.money import Money

Purpose = Annotated[str, StringConstraints(pattern=r"^[a-z]+\.[a-z_]{1,40}$")]
"""What money is for, beginning with the service that asks: `marketplace.order`."""

Words = Annotated[str, StringConstraints(max_length=200)]
"""What the payer or payee reads in their statement."""


class MoneyRequest(BaseModel):
    """What every request has. Raises ValueError for a purpose of another service than the event's own."""

    purpose: Purpose
    reference_id: UUID

    @model_validator(mode="after")
    def _is_its_own(self) -> Self:
        if isinstance(self, Event) and self.purpose.split(".")[0] != self.type.split(".")[0]:
            raise ValueError(f"{self.type} cannot ask for {self.purpose}")
        return self


class Share(BaseModel):
    """A part of what is captured or charged: what a payee gets (null: the platform, by sales), or a fee of a kind."""

    model_config = ConfigDict(frozen=True)

    amount: Money
    payee_id: UUID | None = None
    fee: str | None = Field(None, description="The kind of the platform's fee, such as `sale`; null: no fee")


class HoldRequest(MoneyRequest):
    """Set this aside of what the payer has available. Answer: `wallet.hold.placed` or `wallet.hold.refused`.

    `payee_ids` are who is to be paid from it: those who are shut out or have stopped their wallet keep it from being
    placed. `funded_by` is the payment that brought the amount in for this: the policy for exits has passed it, and only
    a closed wallet keeps it. What is neither captured nor released by `expires_at` is the payer's again.
    """

    payer_id: UUID
    amount: Money
    payee_ids: tuple[UUID, ...] = ()
    description: Words = ""
    expires_at: AwareDatetime | None = None
    funded_by: UUID | None = None
    assurance: Assurance | None = None


class CaptureRequest(MoneyRequest):
    """Take these shares of what is held, at most all of it; the rest is the payer's again. One capture a hold.

    Answer: `wallet.hold.captured`.
    """

    payer_id: UUID
    shares: tuple[Share, ...]


class ReleaseRequest(MoneyRequest):
    """Nothing of what is held is taken; what is not held yet never will be. Answer: `wallet.hold.released`."""

    payer_id: UUID
    reason: str


class ChargeRequest(MoneyRequest):
    """Take these shares of what the payer has available, now.

    Answer: `wallet.charge.completed` or `wallet.charge.refused`. What is `mandatory` is never refused: what the payer
    lacks becomes a debt, and payees are paid at once.
    """

    payer_id: UUID
    shares: tuple[Share, ...]
    description: Words = ""
    mandatory: bool = False
    assurance: Assurance | None = None


class RewardRequest(MoneyRequest):
    """The platform pays this to somebody. Answer: `wallet.reward.paid`."""

    payee_id: UUID
    amount: Money
    description: Words = ""


class DebtRequest(MoneyRequest):
    """Somebody owes the platform this; it is taken first from what comes in. Answer: `wallet.debt.recorded`.

    With `livestock_id` the animal cannot be sold until `wallet.debt.settled`.
    """

    debtor_id: UUID
    amount: Money
    description: Words = ""
    livestock_id: UUID | None = None
