"""What care publishes about medicines: the catalogue, recalls, what was prescribed and what was given."""

from decimal import Decimal
from typing import Annotated
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict

from amigok_contracts.base import Event
from amigok_contracts.money import Money
from amigok_contracts.values import known, like

MedicineName = Annotated[str, like("Amoxisan")]
Units = Annotated[Decimal, like("7.000")]
"""How much of a medicine, in the unit that it is counted in."""


class WithdrawalPeriod(BaseModel):
    """How many days after the last administration a type of animal gives no meat and no milk for people."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    livestock_type_id: UUID
    meat_days: int
    milk_days: int


class Recipient(BaseModel):
    """An animal that was given something. `owner_id` owns it, or owned it then if it is gone; null: the platform."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    livestock_id: UUID
    owner_id: UUID | None


class MedicineChanged(Event, type="care.medicine.changed", aggregate="medicine_id"):
    """A medicine was added, changed or retired: what it is like now. A retired one is not given any more."""

    medicine_id: UUID
    name: MedicineName
    active_substance: Annotated[str, like("amoxicillin")]
    prescription_only: bool
    withdrawal_periods: tuple[WithdrawalPeriod, ...]
    retired: bool


class BatchRecalled(Event, type="care.batch.recalled", aggregate="batch_id"):
    """A batch of a medicine was recalled. `recipients` were given some of it.

    Where there are very many, further events of the same batch name the rest.
    """

    batch_id: UUID
    medicine_id: UUID
    medicine_name: MedicineName
    batch_number: Annotated[str, like("LOT-2291")]
    recipients: tuple[Recipient, ...]
    recalled_at: AwareDatetime


class MedicinePrescribed(Event, type="care.medicine.prescribed", aggregate="prescription_id"):
    """A veterinarian prescribed a medicine for an animal. `cost` is what all of it comes to."""

    prescription_id: UUID
    request_id: UUID
    livestock_id: UUID
    medicine_id: UUID
    medicine_name: MedicineName
    veterinarian_id: UUID
    cost: Money


class DoseDue(Event, type="care.dose.due", aggregate="dose_id"):
    """A dose of a prescription is to be given now: a reminder for the people of the farm."""

    dose_id: UUID
    prescription_id: UUID
    livestock_id: UUID
    farm_id: UUID | None
    medicine_name: MedicineName
    planned_at: AwareDatetime


class DoseMissed(Event, type="care.dose.missed", aggregate="dose_id"):
    """Nobody has given a dose, or said why not, long after it was due. It may still be given."""

    dose_id: UUID
    prescription_id: UUID
    livestock_id: UUID
    farm_id: UUID | None
    medicine_name: MedicineName
    planned_at: AwareDatetime


class TreatmentGiven(Event, type="care.treatment.given", aggregate="prescription_id"):
    """An animal was given one dose of a prescription.

    `treatment_id` names this dose. The withdrawal periods count from the last dose that was given. The events of one
    prescription may come in any order; late ones tell of earlier doses.
    """

    prescription_id: UUID
    treatment_id: UUID
    request_id: UUID
    livestock_id: UUID
    record_type: Annotated[str, known("treatment", "vaccination")]
    medicine_id: UUID
    medicine_name: MedicineName
    dose: Annotated[str, like("7 ml, intramuscular")]
    administered_at: AwareDatetime
    meat_days: int
    milk_days: int
    given_by: UUID
    veterinarian_id: UUID
