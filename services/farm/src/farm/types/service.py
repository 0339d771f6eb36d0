"""Livestock types: what kinds of animals there are."""

from uuid import UUID

from sqlalchemy import select

from amigok_chassis import audit, clock
from amigok_chassis.auth import Principal
from amigok_chassis.outbox import emit
from amigok_chassis.pagination import Page, Paging, paginate
from amigok_chassis.rows import named_violations, refuse_other_version
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.farm import LivestockTypeChanged
from farm.tables import remove_or_retire
from farm.types.errors import LivestockTypeExists, LivestockTypeNotFound
from farm.types.models import LivestockType
from farm.types.schemas import LivestockTypeChange, LivestockTypeDetails, LivestockTypeIn, LivestockTypeOut

_AUDITED = ("name", "description", "icon_url", "is_active")
_VIOLATIONS = {"livestock_types_name_key": LivestockTypeExists}


async def add(db: UnitOfWork, wanted: LivestockTypeIn, *, by: UUID) -> LivestockTypeDetails:
    """Adds a livestock type. Names that differ only in letter case are the same. Raises LivestockTypeExists."""
    kind = LivestockType(**dict(wanted), created_at=clock.now(), created_by=by)
    db.add(kind)
    with named_violations(_VIOLATIONS):
        await db.flush()
    publish(db, kind, retired=not kind.is_active)
    audit.record(db, "livestock_type.added", subject_id=kind.id, after=audit.picture(kind, *_AUDITED))
    return LivestockTypeDetails.model_validate(kind)


async def change(db: UnitOfWork, type_id: UUID, wanted: LivestockTypeChange) -> LivestockTypeDetails:
    """Replaces what can be changed of a type. Raises LivestockTypeNotFound, VersionConflict, LivestockTypeExists."""
    kind = await lock(db, type_id)
    refuse_other_version(wanted.version, kind.version)
    before = audit.picture(kind, *_AUDITED)
    for name in _AUDITED:
        setattr(kind, name, getattr(wanted, name))
    kind.version += 1
    with named_violations(_VIOLATIONS):
        await db.flush()
    publish(db, kind, retired=not kind.is_active)
    after = audit.picture(kind, *_AUDITED)
    audit.record(db, "livestock_type.changed", subject_id=type_id, before=before, after=after)
    return LivestockTypeDetails.model_validate(kind)


async def drop(db: UnitOfWork, type_id: UUID) -> None:
    """Removes a type that nothing refers to, and retires one that is in use. Raises LivestockTypeNotFound."""
    kind = await lock(db, type_id)
    publish(db, kind, retired=True)
    await remove_or_retire(db, kind, noun="livestock_type")


def publish(db: UnitOfWork, kind: LivestockType, *, retired: bool) -> None:
    """Publishes what a type is like now. It must be locked, or new."""
    emit(db, LivestockTypeChanged(livestock_type_id=kind.id, name=kind.name, retired=retired))


async def lock(db: UnitOfWork, type_id: UUID) -> LivestockType:
    """Returns the type, locked against whoever adds something that refers to it. Raises LivestockTypeNotFound."""
    kind = await db.get(LivestockType, type_id, with_for_update=True, populate_existing=True)
    if kind is None:
        raise LivestockTypeNotFound
    return kind


async def list_types(
    db: UnitOfWork, paging: Paging, *, include_retired: bool, viewer: Principal | None
) -> Page[LivestockTypeDetails] | Page[LivestockTypeOut]:
    """Returns the livestock types, newest first; administrators see who added them. Raises InvalidCursor."""
    query = select(LivestockType)
    if not include_retired:
        query = query.where(LivestockType.is_active)
    rows, cursor = await paginate(db, query, paging, key=[LivestockType.id])
    if viewer is not None and viewer.role == "admin":
        details = [LivestockTypeDetails.model_validate(row) for row in rows]
        return Page[LivestockTypeDetails](items=details, next_cursor=cursor)
    return Page[LivestockTypeOut](items=[LivestockTypeOut.model_validate(row) for row in rows], next_cursor=cursor)
