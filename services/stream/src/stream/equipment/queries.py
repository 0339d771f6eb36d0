"""Reads of equipment."""

from uuid import UUID

from sqlalchemy import select

from amigok_chassis.auth import Principal
from amigok_chassis.pagination import Page, Paging, paginate
from amigok_chassis.unit_of_work import UnitOfWork
from stream.equipment.errors import EquipmentNotFound
from stream.equipment.guards import require_worker
from stream.equipment.models import Attachment, Equipment, Kind, Status, StatusChange
from stream.equipment.schemas import AttachmentOut, EquipmentOut, StatusChangeOut


async def of_farm(
    db: UnitOfWork,
    by: Principal,
    farm_id: UUID,
    paging: Paging,
    *,
    kind: Kind | None,
    status: Status | None,
    retired: bool,
) -> Page[EquipmentOut]:
    """The equipment of a farm, newest first. Raises OtherFarm, FarmNotFound."""
    await require_worker(db, by, farm_id)
    query = select(Equipment).where(Equipment.farm_id == farm_id)
    query = query.where(Equipment.retired_at.is_not(None) if retired else Equipment.retired_at.is_(None))
    if kind is not None:
        query = query.where(Equipment.kind == kind)
    if status is not None:
        query = query.where(Equipment.status == status)
    rows, cursor = await paginate(db, query, paging, key=[Equipment.id])
    return Page(items=[EquipmentOut.model_validate(row) for row in rows], next_cursor=cursor)


async def one(db: UnitOfWork, by: Principal, farm_id: UUID, equipment_id: UUID) -> Equipment:
    """Equipment of a farm, also if it is retired. Raises OtherFarm, FarmNotFound, EquipmentNotFound."""
    await require_worker(db, by, farm_id)
    unit = await db.get(Equipment, equipment_id)
    if unit is None or unit.farm_id != farm_id:
        raise EquipmentNotFound
    return unit


async def shown(db: UnitOfWork, by: Principal, farm_id: UUID, equipment_id: UUID) -> EquipmentOut:
    """Raises OtherFarm, FarmNotFound, EquipmentNotFound."""
    return EquipmentOut.model_validate(await one(db, by, farm_id, equipment_id))


async def history(
    db: UnitOfWork, by: Principal, farm_id: UUID, equipment_id: UUID, paging: Paging
) -> Page[StatusChangeOut]:
    """How equipment was switched, latest first. Raises OtherFarm, FarmNotFound, EquipmentNotFound."""
    unit = await one(db, by, farm_id, equipment_id)
    query = select(StatusChange).where(StatusChange.equipment_id == unit.id)
    rows, cursor = await paginate(db, query, paging, key=[StatusChange.id])
    return Page(items=[StatusChangeOut.model_validate(row) for row in rows], next_cursor=cursor)


async def attachments(
    db: UnitOfWork, by: Principal, farm_id: UUID, equipment_id: UUID, paging: Paging
) -> Page[AttachmentOut]:
    """The sensors of equipment with those that it had, latest first. Raises as `history` does."""
    unit = await one(db, by, farm_id, equipment_id)
    query = select(Attachment).where(Attachment.equipment_id == unit.id)
    rows, cursor = await paginate(db, query, paging, key=[Attachment.id])
    return Page(items=[AttachmentOut.model_validate(row) for row in rows], next_cursor=cursor)
