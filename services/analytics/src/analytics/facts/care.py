"""What care tells: how an animal was looked after, and what that cost."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any
from uuid import UUID

from amigok_contracts.care import (
    REQUEST,
    CareAccepted,
    CareCancelled,
    CareCaptureRequested,
    CareChargeRequested,
    CareCompleted,
    CareHoldRequested,
    CheckupDone,
)
from amigok_contracts.care_visits import CareEmergencyRaised
from amigok_contracts.medicines import DoseMissed, TreatmentGiven
from analytics.facts.lines import Movement
from analytics.facts.people import did
from analytics.facts.rows import Fact, Heard, Rule, tells


def _health(
    heard: Heard[Any], kind: str, livestock_id: UUID, source_id: UUID, at: datetime | None = None, **columns: Any
) -> Fact:
    return heard.fact("health", livestock_id=livestock_id, kind=kind, source_id=source_id, at=at or heard.at, **columns)


@tells(CheckupDone)
def checkup_done(heard: Heard[CheckupDone]) -> Iterator[Fact]:
    event = heard.event
    yield _health(heard, event.care_type, event.livestock_id, event.request_id, event.done_at)


@tells(TreatmentGiven)
def treatment_given(heard: Heard[TreatmentGiven]) -> Iterator[Fact]:
    event = heard.event
    given = {"medicine_id": event.medicine_id, "meat_days": event.meat_days}
    kind = f"dose_{event.record_type}"
    yield _health(heard, kind, event.livestock_id, event.treatment_id, event.administered_at, **given)


@tells(DoseMissed)
def dose_missed(heard: Heard[DoseMissed]) -> Iterator[Fact]:
    event = heard.event
    yield _health(heard, "dose_missed", event.livestock_id, event.dose_id, event.planned_at)


@tells(CareEmergencyRaised)
def emergency_raised(heard: Heard[CareEmergencyRaised]) -> Iterator[Fact]:
    yield _health(heard, "emergency_raised", heard.event.livestock_id, heard.event.request_id)


@tells(CareCancelled)
def care_cancelled(heard: Heard[CareCancelled]) -> Iterator[Fact]:
    yield _health(heard, "care_cancelled", heard.event.livestock_id, heard.event.request_id)


@tells(CareAccepted)
def care_accepted(heard: Heard[CareAccepted]) -> Iterator[Fact]:
    if heard.event.owner_id is not None and heard.event.funding == "hold":
        yield did(heard, "cared", heard.event.owner_id, heard.event.request_id)


@tells(CareCompleted)
def care_completed(heard: Heard[CareCompleted]) -> Iterator[Fact]:
    """What the platform's own animals need costs nobody anything."""
    event = heard.event
    if event.owner_id is None:
        return
    care = Movement(
        heard=heard,
        reference_id=event.request_id,
        purpose=REQUEST,
        livestock_id=event.livestock_id,
        farm_id=event.farm_id,
    )
    yield from care.paid("care", event.cost, by=event.owner_id)


def _payment(heard: Heard[Any]) -> Iterator[Fact]:
    yield heard.fact("payments", request_id=heard.event.request_id, reference_id=heard.event.reference_id)


RULES = [
    checkup_done,
    treatment_given,
    dose_missed,
    emergency_raised,
    care_cancelled,
    care_accepted,
    care_completed,
    *(Rule(event, _payment) for event in (CareHoldRequested, CareCaptureRequested, CareChargeRequested)),
]
