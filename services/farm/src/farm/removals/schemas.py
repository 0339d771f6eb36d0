"""Removals over HTTP."""

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Literal
from uuid import UUID

from pydantic import AfterValidator

from amigok_chassis.money import MoneyIn
from amigok_chassis.schemas import In, Out, Prose, Reason, Version
from amigok_chassis.values import IsoDate
from amigok_contracts import Money

LARGEST_FEE = Decimal(1_000_000)

State = Literal["requested", "scheduled", "rejected", "cancelled", "completed"]


def _fee(fee: Money) -> Money:
    if not 0 <= fee.amount <= LARGEST_FEE:
        raise ValueError(f"a fee is between 0 and {LARGEST_FEE}")
    return fee


class RemovalIn(In):
    """`transport`: who fetches the animal, and how."""

    reason: Reason
    wished_on: IsoDate
    transport: Prose | None = None


class ScheduleIn(In):
    version: Version
    scheduled_on: IsoDate
    fee: Annotated[MoneyIn, AfterValidator(_fee)]


class RejectionIn(In):
    version: Version
    reason: Reason


class CompletionIn(In):
    version: Version


class RemovalOut(Out):
    """A removal. Day and fee are null until it is scheduled. `rejection` is the reason if it was rejected."""

    id: UUID
    livestock_id: UUID
    owner_id: UUID
    version: int
    state: State
    reason: str
    transport: str | None
    wished_on: date
    requested_at: datetime
    scheduled_on: date | None
    fee: Money | None
    rejection: str | None
    ended_at: datetime | None
