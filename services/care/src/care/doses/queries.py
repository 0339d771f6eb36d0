"""Reads of doses: what farm people are to give."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import contains_eager

from amigok_chassis import clock
from amigok_chassis.auth import Principal
from amigok_chassis.pagination import Page, Paging, paginate
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_herd import require_farm_people
from care.animals.models import Animal
from care.batches.recalls import recalled_prescriptions
from care.doses.models import Dose
from care.doses.schemas import TaskOut
from care.farms.models import Farm

_DOSES = select(Dose).join(Dose.prescription).options(contains_eager(Dose.prescription))


async def tasks(db: UnitOfWork, paging: Paging, *, farm_id: UUID, day: date | None, by: Principal) -> Page[TaskOut]:
    """Returns the doses of a day for the animals that stand at a farm now, by time. Raises OtherFarm.

    The day is one of the farm's time zone, today if none is given.
    """
    await require_farm_people(db, Farm, by, farm_id)
    start, end = _bounds(await db.get(Farm, farm_id), day)
    query = (
        _DOSES.join(Animal, Animal.id == Dose.livestock_id)
        .where(Animal.farm_id == farm_id, Dose.planned_at >= start, Dose.planned_at < end)
        .where(Dose.state != "cancelled")
    )
    rows, cursor = await paginate(db, query, paging, key=[Dose.planned_at, Dose.id], descending=False)
    return Page(items=await _shown(db, rows), next_cursor=cursor)


async def task(db: UnitOfWork, dose_id: UUID) -> TaskOut:
    """Returns a dose that exists."""
    dose = (await db.scalars(_DOSES.where(Dose.id == dose_id))).one()
    (shown,) = await _shown(db, [dose])
    return shown


def _bounds(farm: Farm | None, day: date | None) -> tuple[datetime, datetime]:
    zone = ZoneInfo(farm.time_zone if farm else "UTC")
    start = datetime.combine(day or clock.now().astimezone(zone).date(), time(), zone)
    return start, datetime.combine(start.date() + timedelta(days=1), time(), zone)


async def _shown(db: UnitOfWork, doses: Sequence[Dose]) -> list[TaskOut]:
    found = await db.scalars(select(Animal).where(Animal.id.in_({dose.livestock_id for dose in doses})))
    animals = {animal.id: animal for animal in found}
    recalled = await recalled_prescriptions(db, {dose.prescription_id for dose in doses})
    return [_task(dose, animals[dose.livestock_id], dose.prescription_id in recalled) for dose in doses]


def _task(dose: Dose, animal: Animal, recalled: bool) -> TaskOut:
    prescription = dose.prescription
    own = {name: getattr(dose, name) for name in ("id", "livestock_id", "number", "planned_at", "state", "done_at")}
    stands = {name: getattr(animal, name) for name in ("tag_number", "area_id", "area_name")}
    prescribed = {
        name: getattr(prescription, name)
        for name in ("times", "medicine_name", "dose", "unit", "route", "instructions")
    }
    in_quarantine = animal.is_in_quarantine(clock.now())
    return TaskOut(
        prescription_id=prescription.id,
        in_quarantine=in_quarantine,
        recalled=recalled,
        **own | stands | prescribed,
    )
