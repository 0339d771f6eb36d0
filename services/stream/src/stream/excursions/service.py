"""What people say of excursions."""

from uuid import UUID

from sqlalchemy import select

from amigok_chassis import audit, clock
from amigok_chassis.auth import Principal
from amigok_chassis.rows import refuse_other_version
from amigok_chassis.unit_of_work import UnitOfWork
from stream.equipment import queries as equipment
from stream.excursions.errors import ExcursionNotFound, ExcursionUnderWay
from stream.excursions.models import Excursion
from stream.excursions.schemas import ExcursionOut, ReviewIn


async def review(
    db: UnitOfWork, by: Principal, farm_id: UUID, equipment_id: UUID, excursion_id: UUID, wanted: ReviewIn
) -> ExcursionOut:
    """Notes what was decided about an excursion that has ended; it may be decided again.

    Raises OtherFarm, FarmNotFound, EquipmentNotFound, ExcursionNotFound, ExcursionUnderWay, VersionConflict.
    """
    unit = await equipment.one(db, by, farm_id, equipment_id)
    mine = Excursion.id == excursion_id, Excursion.equipment_id == unit.id
    excursion = await db.scalar(select(Excursion).where(*mine).with_for_update(key_share=True))
    if excursion is None:
        raise ExcursionNotFound
    refuse_other_version(wanted.version, excursion.version)
    if excursion.state == "open":
        raise ExcursionUnderWay
    excursion.reviewed_at, excursion.reviewed_by, excursion.note = clock.now(), by.id, wanted.note
    excursion.version += 1
    after = audit.picture(excursion, "equipment_id", "began_at", "ended_at", "verdict", "version")
    audit.record(db, "excursion.reviewed", subject_id=excursion.id, after=after)
    return ExcursionOut.model_validate(excursion)
