"""Deaths over HTTP."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from amigok_chassis.schemas import In, Moment, Out, Prose, Reason
from amigok_contracts import Money
from farm.schemas import FieldIn


class DeathIn(FieldIn):
    """A report of a death. `evidence` supports it until a veterinarian confirms it."""

    cause: Reason
    died_at: Moment
    evidence: Prose | None = None


class ConfirmationIn(In):
    """`death_id` is the report that you have read."""

    death_id: UUID
    findings: Reason


class DeathOut(Out):
    """A reported death. `findings` are those of the confirming veterinarian, `value` is the animal's value then."""

    id: UUID
    livestock_id: UUID
    state: Literal["reported", "confirmed", "reverted"]
    cause: str
    evidence: str | None
    findings: str | None
    died_at: datetime
    value: Money
    reported_at: datetime
    confirmed_at: datetime | None
    reverted_at: datetime | None
