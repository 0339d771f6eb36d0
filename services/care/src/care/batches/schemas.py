"""Batches over HTTP."""

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, Field

from amigok_chassis.schemas import In, Name, Note, Out, Prose, Version, thousandths
from amigok_chassis.values import IsoDate, OneSpelling

Units = Annotated[
    Decimal, Field(gt=0, le=1_000_000, max_digits=10, decimal_places=3), AfterValidator(thousandths), OneSpelling
]
"""How much of a medicine, in its unit."""
Counted = Annotated[
    Decimal, Field(ge=0, le=1_000_000, max_digits=10, decimal_places=3), AfterValidator(thousandths), OneSpelling
]


class BatchIn(In):
    """What was delivered of a batch to a farm, or without one to the central store."""

    medicine_id: UUID
    batch_number: Name
    expires_on: Annotated[IsoDate, Field(ge=date(2000, 1, 1), lt=date(2100, 1, 1))]
    quantity: Units
    farm_id: UUID | None = None
    note: Prose | None = None


class CountIn(In):
    """What was counted of a batch. `version` is that of the batch when it was read."""

    quantity: Counted
    note: Note
    version: Version


class BatchOut(Out):
    """A batch at one place. `reserved` is the part of its quantity that prescriptions have been promised."""

    id: UUID
    medicine_id: UUID
    batch_number: str
    farm_id: UUID | None
    expires_on: date
    quantity: Decimal
    reserved: Decimal
    version: int
    received_at: datetime
    recalled_at: datetime | None


class BatchMovementOut(Out):
    """By how much the quantity of a batch, and what is reserved of it, grew."""

    id: UUID
    kind: str
    quantity: Decimal
    reserved: Decimal
    moved_at: datetime
    moved_by: UUID | None
    prescription_id: UUID | None
    livestock_id: UUID | None
    note: str | None


class RecipientOut(Out):
    """An animal for which some of a batch was dispensed. `owner_id` owns it, or owned it then if it is gone."""

    id: UUID
    livestock_id: UUID
    owner_id: UUID | None
    prescription_id: UUID
    quantity: Decimal
    dispensed_at: datetime
