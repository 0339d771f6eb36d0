"""What care publishes about who comes: visits that change hands, emergencies, vaccinations that are due."""

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import AwareDatetime

from amigok_contracts.base import Event
from amigok_contracts.care import ServiceName
from amigok_contracts.values import known

Cause = Annotated[str, known("absent", "emergency", "not_a_veterinarian", "moved", "owner", "administrator")]
"""Why a veterinarian does not come: a stable code."""


class CareHandedOver(Event, type="care.request.handed_over", aggregate="request_id"):
    """Somebody else does the care: the previous veterinarian does not come any more."""

    request_id: UUID
    livestock_id: UUID
    owner_id: UUID | None
    previous_veterinarian_id: UUID
    veterinarian_id: UUID
    starts_at: AwareDatetime
    cause: Cause


class CareUnscheduled(Event, type="care.request.unscheduled", aggregate="request_id"):
    """The veterinarian does not come, and nobody else does yet. `starts_at` is when they were to, if a time was set."""

    request_id: UUID
    livestock_id: UUID
    owner_id: UUID | None
    veterinarian_id: UUID
    starts_at: AwareDatetime | None
    cause: Cause


class CareEmergencyRaised(Event, type="care.emergency.raised", aggregate="request_id"):
    """An animal needs a veterinarian at once. This one is asked until `answer_by`; null: nobody is free."""

    request_id: UUID
    livestock_id: UUID
    farm_id: UUID | None
    owner_id: UUID | None
    veterinarian_id: UUID | None
    answer_by: AwareDatetime | None


class CareEmergencyEscalated(Event, type="care.emergency.escalated", aggregate="request_id"):
    """The veterinarian who was asked has not taken the emergency over, or cannot come: the next one is asked."""

    request_id: UUID
    livestock_id: UUID
    owner_id: UUID | None
    previous_veterinarian_id: UUID | None
    veterinarian_id: UUID
    answer_by: AwareDatetime


class CareEmergencyTaken(Event, type="care.emergency.taken", aggregate="request_id"):
    """A veterinarian comes for the emergency, at this time if one is set."""

    request_id: UUID
    livestock_id: UUID
    owner_id: UUID | None
    veterinarian_id: UUID
    starts_at: AwareDatetime | None


class CareEmergencyUnanswered(Event, type="care.emergency.unanswered", aggregate="request_id"):
    """So many veterinarians were asked and none has taken the emergency over: administrators have to find somebody."""

    request_id: UUID
    livestock_id: UUID
    owner_id: UUID | None
    calls: int


class CareVaccinationReminded(Event, type="care.vaccination.reminded", aggregate="request_id"):
    """A planned vaccination is due soon, and no veterinarian is to come for it yet."""

    request_id: UUID
    livestock_id: UUID
    owner_id: UUID | None
    service_name: ServiceName
    due_on: date
    mandatory: bool
