"""What people are told of doses when time passes."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import contains_eager

from amigok_chassis import clock
from amigok_chassis.outbox import emit
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.medicines import DoseDue, DoseMissed
from care.animals.models import Animal
from care.doses.models import Dose
from care.settings import Settings


async def remind(db: UnitOfWork) -> None:
    """Publishes that doses are to be given whose time has come."""
    now = clock.now()
    for dose, animal in await _waiting(db, until=now, also=Dose.reminded_at.is_(None)):
        dose.reminded_at = now
        emit(db, _told(DoseDue, dose, animal))


async def miss(db: UnitOfWork) -> None:
    """Marks the doses that nobody has said anything about, a grace time after they were to be given."""
    grace = db.settings(Settings).dose_grace
    for dose, animal in await _waiting(db, until=clock.now() - grace):
        dose.become("miss")
        emit(db, _told(DoseMissed, dose, animal))


async def _waiting(
    db: UnitOfWork, *, until: datetime, also: ColumnElement[bool] | None = None, limit: int = 2_000
) -> Sequence[tuple[Dose, Animal]]:
    query = (
        select(Dose, Animal)
        .join(Dose.prescription)
        .join(Animal, Animal.id == Dose.livestock_id)
        .options(contains_eager(Dose.prescription))
        .where(Dose.state == "planned", Dose.planned_at <= until)
        .order_by(Dose.planned_at)
        .limit(limit)
        .with_for_update(of=Dose, key_share=True, skip_locked=True)
    )
    rows = await db.execute(query if also is None else query.where(also))
    return [(row[0], row[1]) for row in rows]


def _told(kind: type[DoseDue] | type[DoseMissed], dose: Dose, animal: Animal) -> DoseDue | DoseMissed:
    return kind(
        dose_id=dose.id,
        prescription_id=dose.prescription_id,
        livestock_id=dose.livestock_id,
        farm_id=animal.farm_id,
        medicine_name=dose.prescription.medicine_name,
        planned_at=dose.planned_at,
    )
