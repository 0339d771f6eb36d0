"""What administrators see of settlements."""

from datetime import date, datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import BaseModel, Field

from amigok_chassis.pagination import Paged
from amigok_chassis.values import IsoDate
from amigok_contracts import Money
from amigok_contracts.values import known
from payment.payments import machine as payments
from payment.payouts import machine as payouts
from payment.providers.protocol import Name, Subject
from payment.refunds import machine as refunds
from payment.settlements.models import Difference, Kind, Settlement

OurState = Annotated[
    str, known(*dict.fromkeys((*payments.MACHINE.states, *refunds.MACHINE.states, *payouts.MACHINE.states)))
]
"""Of a payment, a refund or a payout."""


class SettlementFilters(Paged):
    """Filters and the page for the list of settlements."""

    provider: Name | None = None
    day: IsoDate | None = None
    differing: bool = Field(False, description="Only those with differences")


class SettlementOut(BaseModel):
    """A day of a provider in one currency. `moving` counts differences that are too recent to be judged."""

    id: UUID
    provider: Name
    day: date
    gross: Money
    fees: Money
    net: Money
    movements: int
    differences: int
    moving: int
    reconciled_at: datetime

    @classmethod
    def of(cls, row: Settlement) -> Self:
        def money(minor: int) -> Money:
            return Money.of_minor(minor, row.currency)

        return cls(
            id=row.id,
            provider=row.provider,
            day=row.day,
            gross=money(row.gross),
            fees=money(row.fees),
            net=money(row.net),
            movements=row.movements,
            differences=row.differences,
            moving=row.moving,
            reconciled_at=row.reconciled_at,
        )


class DifferenceOut(BaseModel):
    """A difference: `expected` from our row, `found` as the sum of all movements at the provider (negative: money out).

    `missing_here`: the provider has something that we do not know. `missing_there`: nothing ever moved for our row.
    `state`: nothing should have moved in our row's state. `amount`: another amount should have moved.
    """

    id: UUID
    kind: Kind
    subject: Subject
    reference: str
    our_id: UUID | None
    our_state: OurState | None
    expected: Money
    found: Money

    @classmethod
    def of(cls, row: Difference, currency: str) -> Self:
        return cls(
            id=row.id,
            kind=row.kind,
            subject=row.subject,
            reference=row.reference,
            our_id=row.our_id,
            our_state=row.our_state,
            expected=Money.of_minor(row.expected, currency),
            found=Money.of_minor(row.found, currency),
        )
