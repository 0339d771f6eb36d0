"""Excursions and mean kinetic temperatures of equipment."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import or_, select

from amigok_chassis import clock
from amigok_chassis.auth import Principal
from amigok_chassis.pagination import Page, Paging, paginate
from amigok_chassis.unit_of_work import UnitOfWork
from stream.equipment import queries as equipment
from stream.equipment.models import Attachment, Role
from stream.excursions.measures import Span, in_all
from stream.excursions.models import Excursion, State
from stream.excursions.schemas import ExcursionOut, KineticOut

_WINDOWS = {"day": 1, "week": 7, "month": 30}


async def of_equipment(
    db: UnitOfWork, by: Principal, farm_id: UUID, equipment_id: UUID, paging: Paging, *, state: State | None
) -> Page[ExcursionOut]:
    """The excursions of equipment, newest first. Raises OtherFarm, FarmNotFound, EquipmentNotFound."""
    unit = await equipment.one(db, by, farm_id, equipment_id)
    query = select(Excursion).where(Excursion.equipment_id == unit.id)
    if state is not None:
        query = query.where(Excursion.state == state)
    rows, cursor = await paginate(db, query, paging, key=[Excursion.id])
    return Page(items=[ExcursionOut.model_validate(row) for row in rows], next_cursor=cursor)


async def kinetic(db: UnitOfWork, by: Principal, farm_id: UUID, equipment_id: UUID) -> KineticOut:
    """The mean kinetic temperatures of equipment. Raises OtherFarm, FarmNotFound, EquipmentNotFound."""
    unit = await equipment.one(db, by, farm_id, equipment_id)
    now, means = clock.now(), {}
    for name, days in _WINDOWS.items():
        spans = await spans_of(db, unit.id, "temperature", now - timedelta(days=days), now)
        mean = (await in_all(db, spans)).mean_kinetic
        means[name] = None if mean is None else round(mean, 2)
    return KineticOut(**means)


async def spans_of(db: UnitOfWork, equipment_id: UUID, role: Role, since: datetime, until: datetime) -> Sequence[Span]:
    """While which of its sensors measured this of equipment within a time."""
    attached = select(Attachment).where(
        Attachment.equipment_id == equipment_id,
        Attachment.role == role,
        Attachment.attached_at < until,
        or_(Attachment.detached_at.is_(None), Attachment.detached_at > since),
    )
    return [
        Span(each.sensor_id, max(since, each.attached_at), min(until, each.detached_at or until))
        for each in await db.scalars(attached.order_by(Attachment.attached_at, Attachment.id))
    ]
