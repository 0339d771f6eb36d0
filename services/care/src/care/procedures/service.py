"""The catalogue of care services."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from sqlalchemy import any_, delete, func, literal, or_, select

from amigok_chassis import audit, clock, standing
from amigok_chassis.pagination import Page, Paging, paginate
from amigok_chassis.rows import deleted_unless_used, named_violations, refuse_other_version
from amigok_chassis.unit_of_work import UnitOfWork
from care.farms.service import require_types
from care.procedures.errors import (
    NotAVeterinarian,
    OtherLivestockType,
    ServiceExists,
    ServiceNotFound,
    ServiceRetired,
    UnknownService,
)
from care.procedures.models import CareType, Procedure
from care.procedures.schemas import CareServiceChange, CareServiceDetails, CareServiceIn, CareServiceOut

_COPIED = ("name", "care_type", "description", "pricing", "duration_minutes")
_AUDITED = (*_COPIED, "prices", "livestock_type_ids", "veterinarian_ids", "is_active")
_VIOLATIONS = {"care_services_name_key": ServiceExists}


async def add(db: UnitOfWork, wanted: CareServiceIn, *, by: UUID) -> CareServiceDetails:
    """Adds a care service. Names that differ only in letter case are the same.

    Raises ServiceExists, UnknownLivestockType, NotAVeterinarian.
    """
    procedure = Procedure(version=1, is_active=True, created_at=clock.now(), created_by=by)
    await _write(db, procedure, wanted)
    db.add(procedure)
    with named_violations(_VIOLATIONS):
        await db.flush()
    audit.record(db, "care_service.added", subject_id=procedure.id, after=audit.picture(procedure, *_AUDITED))
    return CareServiceDetails.of(procedure)


async def change(db: UnitOfWork, service_id: UUID, wanted: CareServiceChange) -> CareServiceDetails:
    """Replaces a care service; requests that are under way keep what they had.

    Raises ServiceNotFound, VersionConflict, ServiceExists, UnknownLivestockType, NotAVeterinarian.
    """
    procedure = await _locked(db, service_id)
    refuse_other_version(wanted.version, procedure.version)
    before = audit.picture(procedure, *_AUDITED)
    await _write(db, procedure, wanted)
    procedure.is_active = wanted.is_active
    procedure.version += 1
    with named_violations(_VIOLATIONS):
        await db.flush()
    after = audit.picture(procedure, *_AUDITED)
    audit.record(db, "care_service.changed", subject_id=service_id, before=before, after=after)
    return CareServiceDetails.of(procedure)


async def drop(db: UnitOfWork, service_id: UUID) -> None:
    """Removes a care service that no request has, and retires one that is in use. Raises ServiceNotFound."""
    procedure = await _locked(db, service_id)
    before = audit.picture(procedure, "name", "is_active")
    if await deleted_unless_used(db, delete(Procedure).where(Procedure.id == service_id)):
        audit.record(db, "care_service.removed", subject_id=service_id, before=before)
        return
    procedure.is_active = False
    procedure.version += 1
    after = audit.picture(procedure, *before)
    audit.record(db, "care_service.retired", subject_id=service_id, before=before, after=after)


async def offered(db: UnitOfWork, service_id: UUID, *, livestock_type_id: UUID | None) -> Procedure:
    """Returns a care service that is offered for animals of this type, so that it is not removed meanwhile.

    Raises UnknownService, ServiceRetired, OtherLivestockType.
    """
    procedure = await db.get(Procedure, service_id, with_for_update={"read": True, "key_share": True})
    if procedure is None:
        raise UnknownService
    if not procedure.is_active:
        raise ServiceRetired
    if not procedure.is_for(livestock_type_id):
        raise OtherLivestockType
    return procedure


async def require_known(db: UnitOfWork, service_id: UUID) -> None:
    """Raises UnknownService."""
    if await db.get(Procedure, service_id) is None:
        raise UnknownService


async def show(db: UnitOfWork, service_id: UUID) -> CareServiceOut:
    """Returns a care service, retired or not. Raises ServiceNotFound."""
    procedure = await db.get(Procedure, service_id)
    if procedure is None:
        raise ServiceNotFound
    return CareServiceOut.of(procedure)


async def list_offered(
    db: UnitOfWork, paging: Paging, *, care_type: CareType | None, livestock_type_id: UUID | None
) -> Page[CareServiceOut]:
    """Returns what is offered, newest first, filtered by kind of care and by what a type of livestock may have."""
    query = select(Procedure).where(Procedure.is_active)
    if care_type is not None:
        query = query.where(Procedure.care_type == care_type)
    if livestock_type_id is not None:
        for_all = func.cardinality(Procedure.livestock_type_ids) == 0
        query = query.where(or_(for_all, literal(livestock_type_id) == any_(Procedure.livestock_type_ids)))
    rows, cursor = await paginate(db, query, paging, key=[Procedure.id])
    return Page(items=[CareServiceOut.of(row) for row in rows], next_cursor=cursor)


async def list_all(db: UnitOfWork, paging: Paging) -> Page[CareServiceDetails]:
    """Returns all care services with those that are retired, newest first."""
    rows, cursor = await paginate(db, select(Procedure), paging, key=[Procedure.id])
    return Page(items=[CareServiceDetails.of(row) for row in rows], next_cursor=cursor)


async def _locked(db: UnitOfWork, service_id: UUID) -> Procedure:
    procedure = await db.get(Procedure, service_id, with_for_update=True, populate_existing=True)
    if procedure is None:
        raise ServiceNotFound
    return procedure


async def _write(db: UnitOfWork, procedure: Procedure, wanted: CareServiceIn) -> None:
    await require_types(db, wanted.livestock_type_ids)
    await _require_veterinarians(db, wanted.veterinarian_ids)
    values: dict[str, Any] = {name: getattr(wanted, name) for name in _COPIED}
    values["prices"] = {price.currency: price.minor for price in wanted.prices}
    values["livestock_type_ids"] = sorted(set(wanted.livestock_type_ids))
    values["veterinarian_ids"] = sorted(set(wanted.veterinarian_ids))
    for name, value in values.items():
        setattr(procedure, name, value)


async def _require_veterinarians(db: UnitOfWork, wanted: Collection[UUID]) -> None:
    """Raises NotAVeterinarian."""
    known = await standing.of_many(db, wanted)
    if not all(each.is_active and each.role == "veterinarian" for each in known.values()):
        raise NotAVeterinarian
