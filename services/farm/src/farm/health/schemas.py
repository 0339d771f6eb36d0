"""Health records over HTTP."""

from datetime import date, datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import AfterValidator, Field, model_validator

from amigok_chassis.money import MoneyIn
from amigok_chassis.schemas import In, Name, NearMoment, Out, Prose
from amigok_chassis.values import IsoDate
from amigok_contracts import Money
from farm.health.models import HealthRecord, RecordType
from farm.schemas import FieldIn


def _not_negative(cost: Money) -> Money:
    if cost.minor < 0:
        raise ValueError("a cost is not negative")
    return cost


class MedicationIn(In):
    """The medicine that was given. Withdrawal periods count from `last_administered_at`, by default `occurred_at`."""

    medicine_id: UUID
    dose: Name
    last_administered_at: NearMoment | None = None


class HealthRecordIn(FieldIn):
    """What happened to an animal, now unless a time is given. `supersedes_id` is the record that this one corrects."""

    record_type: RecordType
    occurred_at: NearMoment | None = None
    description: Prose | None = None
    diagnosis: Prose | None = None
    treatment: Prose | None = None
    veterinarian_notes: Prose | None = None
    cost: Annotated[MoneyIn, AfterValidator(_not_negative)] | None = None
    medication: MedicationIn | None = None
    next_checkup_on: Annotated[IsoDate, Field(ge=date(2000, 1, 1), lt=date(2100, 1, 1))] | None = None
    supersedes_id: UUID | None = None

    @model_validator(mode="after")
    def _medication_where_it_belongs(self) -> Self:
        if self.record_type == "treatment" and self.medication is None:
            raise ValueError("a treatment names a medicine")
        if self.record_type not in ("treatment", "vaccination") and self.medication is not None:
            raise ValueError("medicines are given in treatments and vaccinations")
        return self


class MedicationOut(Out):
    """The medicine that was given, with the withdrawal periods of the catalogue at that time."""

    medicine_id: UUID
    medicine_name: str
    dose: str
    last_administered_at: datetime
    meat_days: int
    milk_days: int
    meat_until: datetime
    milk_until: datetime


class HealthRecordOut(Out):
    """One record. `superseded_at` is when another record replaced it."""

    id: UUID
    livestock_id: UUID
    record_type: RecordType
    occurred_at: datetime
    recorded_at: datetime
    recorded_by: UUID
    description: str | None
    diagnosis: str | None
    treatment: str | None
    veterinarian_notes: str | None
    cost: Money | None
    medication: MedicationOut | None
    next_checkup_on: date | None
    supersedes_id: UUID | None
    superseded_at: datetime | None


class DueOut(Out):
    """What is due for an animal, and the record that made it due."""

    record_id: UUID
    livestock_id: UUID
    tag_number: str
    farm_id: UUID
    record_type: RecordType
    medicine_name: str | None
    next_checkup_on: date


def shown(record: HealthRecord) -> HealthRecordOut:
    """Returns a record as clients see it."""
    columns = {name: getattr(record, name) for name in HealthRecordOut.model_fields if name != "medication"}
    given = None if record.medicine_id is None else MedicationOut.model_validate(record)
    return HealthRecordOut(**columns, medication=given)


def due(record: HealthRecord) -> DueOut:
    """Returns what a record makes due. It must be loaded with its animal."""
    return DueOut.model_validate(
        {
            "record_id": record.id,
            "livestock_id": record.livestock_id,
            "tag_number": record.livestock.tag_number,
            "farm_id": record.livestock.farm_id,
            "record_type": record.record_type,
            "medicine_name": record.medicine_name,
            "next_checkup_on": record.next_checkup_on,
        }
    )
