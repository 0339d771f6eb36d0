"""Prescriptions over HTTP."""

from datetime import datetime
from decimal import Decimal
from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import AfterValidator, Field, model_validator

from amigok_chassis.schemas import In, NearMoment, Out, Prose, thousandths
from amigok_chassis.values import OneSpelling
from amigok_contracts import Money
from care.medicines.schemas import Route
from care.prescriptions.rules import times

MOST_DOSES = 400
Dose = Annotated[
    Decimal, Field(gt=0, le=100_000, max_digits=9, decimal_places=3), AfterValidator(thousandths), OneSpelling
]
Warning_ = Literal["no_dose_range", "weight_unknown", "dose_below_range", "dose_above_range"]


class PrescriptionIn(In):
    """A medicine to be given: `dose` units each time, `every_hours` for `duration_days`, from `first_at` or now on.

    A dose that is unusual for the animal's weight is refused with `dose_warning`, unless `confirmed_warnings` names
    each of its warnings.
    """

    medicine_id: UUID
    dose: Dose
    route: Route
    every_hours: int = Field(24, ge=1, le=720, strict=True)
    duration_days: int = Field(1, ge=1, le=365, strict=True)
    first_at: NearMoment | None = None
    instructions: Prose | None = None
    confirmed_warnings: list[Warning_] = Field(default=[], max_length=4)

    @model_validator(mode="after")
    def _not_too_often(self) -> Self:
        if times(every_hours=self.every_hours, duration_days=self.duration_days) > MOST_DOSES:
            raise ValueError(f"a prescription has at most {MOST_DOSES} doses")
        return self


class PrescriptionOut(Out):
    """What was prescribed, `times` doses. Withdrawal periods count from the last dose that was given."""

    id: UUID
    request_id: UUID
    livestock_id: UUID
    state: Literal["prescribed", "dispensed", "cancelled", "stopped"]
    medicine_id: UUID
    medicine_name: str
    unit: str
    dose: Decimal = Field(examples=["7.000"])
    route: str
    every_hours: int
    times: int
    first_at: datetime
    instructions: str | None
    meat_days: int
    milk_days: int
    prescribed_by: UUID
    prescribed_at: datetime
    dispensed_at: datetime | None
    ended_at: datetime | None


class PrescribedOut(PrescriptionOut):
    """What a veterinarian prescribed, with what it was checked against and what it costs."""

    weight_kg: Decimal | None
    warnings: list[str]
    cost: Money
