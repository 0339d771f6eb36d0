"""Types of sensors: those that are there from the start, and what administrators add."""

from uuid import UUID

from sqlalchemy import delete, func, select

from amigok_chassis import audit, clock
from amigok_chassis.pagination import Page, Paging, paginate
from amigok_chassis.rows import deleted_unless_used, named_violations, refuse_other_version
from amigok_chassis.unit_of_work import UnitOfWork
from stream.sensor_types.errors import SensorTypeExists, SensorTypeInUse, SensorTypeNotFound, TooManySensorTypes
from stream.sensor_types.models import SensorType
from stream.sensor_types.schemas import SensorTypeChange, SensorTypeIn, SensorTypeOut

MOST = 500
"""So many types there are at most: each batch of readings reads them all."""

_AUDITED = ("name", "kind", "unit", "minimum", "maximum", "shown_to_owners")


async def all_types(db: UnitOfWork) -> dict[str, SensorType]:
    """Every type by its name."""
    return {each.name: each for each in await db.scalars(select(SensorType))}


async def add(db: UnitOfWork, wanted: SensorTypeIn, *, by: UUID) -> SensorTypeOut:
    """Raises SensorTypeExists, TooManySensorTypes."""
    if (await db.scalar(select(func.count()).select_from(SensorType)) or 0) >= MOST:
        raise TooManySensorTypes
    made = SensorType(**wanted.model_dump(), version=1, created_at=clock.now(), created_by=by)
    db.add(made)
    with named_violations({"sensor_types_name_key": SensorTypeExists}):
        await db.flush()
    audit.record(db, "sensor_type.added", subject_id=made.id, after=audit.picture(made, *_AUDITED))
    return SensorTypeOut.model_validate(made)


async def change(db: UnitOfWork, type_id: UUID, wanted: SensorTypeChange) -> SensorTypeOut:
    """Another range for what arrives from now on. Raises SensorTypeNotFound, VersionConflict."""
    known = await _locked(db, type_id)
    refuse_other_version(wanted.version, known.version)
    before = audit.picture(known, *_AUDITED)
    known.minimum, known.maximum = wanted.minimum, wanted.maximum
    known.shown_to_owners = wanted.shown_to_owners
    known.version += 1
    audit.record(db, "sensor_type.changed", subject_id=type_id, before=before, after=audit.picture(known, *_AUDITED))
    return SensorTypeOut.model_validate(known)


async def drop(db: UnitOfWork, type_id: UUID) -> None:
    """Raises SensorTypeNotFound, SensorTypeInUse."""
    before = audit.picture(await _locked(db, type_id), *_AUDITED)
    if not await deleted_unless_used(db, delete(SensorType).where(SensorType.id == type_id)):
        raise SensorTypeInUse
    audit.record(db, "sensor_type.removed", subject_id=type_id, before=before)


async def list_all(db: UnitOfWork, paging: Paging) -> Page[SensorTypeOut]:
    """All types by name."""
    rows, cursor = await paginate(db, select(SensorType), paging, key=[SensorType.name], descending=False)
    return Page(items=[SensorTypeOut.model_validate(row) for row in rows], next_cursor=cursor)


async def _locked(db: UnitOfWork, type_id: UUID) -> SensorType:
    known = await db.get(SensorType, type_id, with_for_update=True, populate_existing=True)
    if known is None:
        raise SensorTypeNotFound
    return known
