"""What a request takes over from the care service as it is, and when it is due."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from amigok_chassis.unit_of_work import UnitOfWork
from care.animals.models import Animal
from care.farms.models import Farm
from care.procedures.models import Procedure
from care.requests.errors import DueDateNeeded

FURTHEST = timedelta(days=366)
"""How far ahead anything is due or scheduled."""


async def due_at(
    db: UnitOfWork, animal: Animal, due_on: date | None, *, now: datetime, mandatory: bool
) -> datetime | None:
    """Returns the end of the day at the animal's farm. Raises DueDateNeeded."""
    if due_on is None:
        if mandatory:
            raise DueDateNeeded
        return None
    farm = await db.get(Farm, animal.farm_id) if animal.farm_id else None
    zone = ZoneInfo(farm.time_zone if farm else "UTC")
    if not now.astimezone(zone).date() <= due_on <= now.date() + FURTHEST:
        raise DueDateNeeded
    return datetime.combine(due_on + timedelta(days=1), time(), zone)


def due_again(due_at: datetime | None, now: datetime) -> date | None:
    """Returns the day on which what was due is due for somebody else: not before tomorrow, wherever the farm is."""
    if due_at is None:
        return None
    return min(max(due_at, now).date() + timedelta(days=1), now.date() + FURTHEST)


def copied(procedure: Procedure, currency: str) -> dict[str, object]:
    """Returns what a request keeps of the care service as it is now."""
    return {
        "service_id": procedure.id,
        "service_version": procedure.version,
        "service_name": procedure.name,
        "care_type": procedure.care_type,
        "duration_minutes": procedure.duration_minutes,
        "emergency": procedure.care_type == "emergency",
        "currency": currency,
        "list_price": procedure.price(currency).minor,
    }
