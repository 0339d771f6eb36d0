"""Doses over HTTP."""

from datetime import datetime
from decimal import Decimal
from typing import Literal, Self
from uuid import UUID

from pydantic import BaseModel, Field, model_validator

from amigok_chassis.schemas import In, NearMoment, Note, Out
from care.doses.models import Outcome


class MedicationLogIn(In):
    """What became of a dose, now unless a time is given. One that was refused or skipped has a reason."""

    dose_id: UUID
    outcome: Outcome
    happened_at: NearMoment | None = None
    reason: Note | None = None
    client_id: UUID | None = Field(
        None, description="The phone's own id of this entry. An entry that is sent again is recorded once."
    )

    @model_validator(mode="after")
    def _has_a_reason(self) -> Self:
        if self.outcome != "given" and self.reason is None:
            raise ValueError("say why it was not given")
        return self


class MedicationLogsIn(In):
    """Up to 200 entries, in any order."""

    entries: list[MedicationLogIn] = Field(min_length=1, max_length=200)


class PrescriptionEndIn(In):
    reason: Note


class TaskOut(Out):
    """A dose that is to be given, or was. `recalled`: it comes from a batch that was recalled and must not be given."""

    id: UUID
    prescription_id: UUID
    livestock_id: UUID
    tag_number: str | None
    area_id: UUID | None
    area_name: str | None
    number: int
    times: int
    planned_at: datetime
    state: Literal["planned", "missed", "refused", "skipped", "cancelled", "given"]
    done_at: datetime | None
    medicine_name: str
    dose: Decimal = Field(examples=["7.000"])
    unit: str
    route: str
    instructions: str | None
    in_quarantine: bool
    recalled: bool


class MedicationVerdictOut(BaseModel):
    """What became of one entry: either it is recorded, or `code` and `title` say why not, as a problem would."""

    client_id: UUID | None
    dose_id: UUID
    task: TaskOut | None = None
    code: str | None = None
    title: str | None = None


class MedicationVerdictsOut(BaseModel):
    """A verdict on each entry, in the order in which they were sent."""

    items: list[MedicationVerdictOut]
