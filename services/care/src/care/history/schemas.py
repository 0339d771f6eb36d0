"""The history of an animal's care over HTTP."""

from datetime import datetime
from uuid import UUID

from pydantic import Field

from amigok_chassis.pagination import Page
from amigok_chassis.schemas import Out
from care.procedures.models import CareType
from care.requests.schemas import ServiceName


class CareHistoryEntry(Out):
    """Care that was done. What concerns the payer only, and what a former owner's care found, is null.

    A buyer sees the vaccinations that an animal had before, without what was written about them.
    """

    request_id: UUID
    service_name: ServiceName
    care_type: CareType
    done_at: datetime
    veterinarian_id: UUID | None
    medicated: bool
    findings: str | None
    diagnosis: str | None
    treatment: str | None


class CareHistoryOut(Page[CareHistoryEntry]):
    """One page of the history, newest first, and what binds whoever owns the animal."""

    withdrawal_until: datetime | None = Field(
        None, description="Until when the animal may not be sold because of medicine that it got"
    )
