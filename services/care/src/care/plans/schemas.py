"""Vaccination plans over HTTP."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import AfterValidator, BaseModel, Field, model_validator

from amigok_chassis.money import AccountCurrency
from amigok_chassis.schemas import In, Out, ProperName, Version
from care.calendars.schemas import Day

State = Literal["planned", "requested", "given", "missed", "left"]


class DoseIn(In):
    """Care at an age. A dose with an `id` is changed, one without is new; what is left out of a plan is taken out."""

    id: UUID | None = None
    service_id: UUID
    age_days: int = Field(ge=0, le=10_000, strict=True)
    repeat_months: int | None = Field(None, ge=1, le=120, strict=True, description="Again so long after each time")
    mandatory: bool = Field(False, strict=True)
    lead_days: int = Field(14, ge=0, le=180, strict=True, description="Requested so long before it is due")
    remind_days: int = Field(3, ge=0, le=180, strict=True, description="People are reminded so long before it is due")

    @model_validator(mode="after")
    def _reminds_later(self) -> Self:
        if self.remind_days > self.lead_days:
            raise ValueError("people are reminded after it is requested")
        return self


def _different(doses: Sequence[DoseIn]) -> Sequence[DoseIn]:
    known = [dose.id for dose in doses if dose.id is not None]
    same = [(dose.service_id, dose.age_days) for dose in doses]
    if len(set(known)) < len(known) or len(set(same)) < len(same):
        raise ValueError("each dose is named once")
    return doses


Doses = Annotated[list[DoseIn], Field(min_length=1, max_length=50), AfterValidator(_different)]


class PlanIn(In):
    """What animals of a type need. The requests are priced in `currency`."""

    name: ProperName
    livestock_type_id: UUID
    currency: AccountCurrency
    doses: Doses


class PlanChange(In):
    """The whole plan as it is to be. What was requested or given stays."""

    version: Version
    name: ProperName
    currency: AccountCurrency
    doses: Doses


class DoseOut(Out):
    id: UUID
    service_id: UUID
    age_days: int
    repeat_months: int | None
    mandatory: bool
    lead_days: int
    remind_days: int


class PlanOut(Out):
    """A vaccination plan. A retired one plans nothing new."""

    id: UUID
    version: int
    is_active: bool
    name: str
    livestock_type_id: UUID
    currency: AccountCurrency
    doses: list[DoseOut]


class GivenIn(In):
    """When it was given, elsewhere or without a request."""

    given_on: Day


class VaccinationOut(BaseModel):
    """A planned vaccination of an animal, with what became of it."""

    id: UUID
    state: State
    plan_name: str = Field(examples=["Sheep, basic"])
    service_id: UUID
    service_name: str = Field(examples=["Yearly checkup"])
    mandatory: bool
    due_on: date
    given_on: date | None
    request_id: UUID | None
