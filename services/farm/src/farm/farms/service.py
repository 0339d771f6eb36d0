"""Farms: where animals live, and how many fit in."""

from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, literal, or_, select, tuple_

from amigok_chassis import audit, clock
from amigok_chassis.outbox import emit
from amigok_chassis.pagination import Page, Paging, encode, paginate
from amigok_chassis.rows import named_violations, refuse_other_version
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.farm import FarmChanged
from farm.farms.errors import CapacityBelowOccupancy, FarmExists
from farm.farms.geo import Point
from farm.farms.locks import get_farm, lock_farm
from farm.farms.models import Farm
from farm.farms.schemas import FarmChange, FarmFields, FarmFilters, FarmIn, FarmOut

_VIOLATIONS = {"farms_name_key": FarmExists}


async def add(db: UnitOfWork, wanted: FarmIn) -> FarmOut:
    """Adds an empty farm; degrees are WGS 84. Raises FarmExists."""
    farm = Farm(**_columns(wanted), created_at=clock.now())
    db.add(farm)
    with named_violations(_VIOLATIONS):
        await db.flush()
    publish(db, farm)
    audit.record(db, "farm.added", subject_id=farm.id, after=_columns(wanted))
    return FarmOut.model_validate(farm)


async def change(db: UnitOfWork, farm_id: UUID, wanted: FarmChange) -> FarmOut:
    """Replaces a farm. Raises FarmNotFound, VersionConflict, FarmExists, CapacityBelowOccupancy."""
    farm = await lock_farm(db, farm_id)
    refuse_other_version(wanted.version, farm.version)
    if wanted.capacity < farm.current_occupancy:
        raise CapacityBelowOccupancy(f"{farm.current_occupancy} animals live there.", occupancy=farm.current_occupancy)
    after = _columns(wanted)
    del after["version"]
    after["time_zone"] = wanted.time_zone or farm.time_zone
    farm.version += 1
    before = audit.picture(farm, *after)
    for name, value in after.items():
        setattr(farm, name, value)
    with named_violations(_VIOLATIONS):
        await db.flush()
    publish(db, farm)
    audit.record(db, "farm.changed", subject_id=farm_id, before=before, after=after)
    return FarmOut.model_validate(farm)


def publish(db: UnitOfWork, farm: Farm) -> None:
    """Publishes what a farm is like now. It must be locked, or new."""
    names = ("name", "time_zone", "latitude", "longitude")
    emit(db, FarmChanged(farm_id=farm.id, **audit.picture(farm, *names)))


async def get(db: UnitOfWork, farm_id: UUID) -> FarmOut:
    """Returns one farm. Raises FarmNotFound."""
    return FarmOut.model_validate(await get_farm(db, farm_id))


async def find(db: UnitOfWork, filters: FarmFilters) -> Page[FarmOut]:
    """Returns the farms that match, nearest or newest first. Raises InvalidCursor."""
    paging = filters.paging
    conditions = [_inside(filters.bbox)] if filters.bbox else []
    if filters.near is not None:
        return await _nearest(db, paging, Point.parse(filters.near), filters.within_km, conditions)
    rows, cursor = await paginate(db, select(Farm).where(*conditions), paging, key=[Farm.id])
    return Page(items=[FarmOut.model_validate(row) for row in rows], next_cursor=cursor)


async def _nearest(
    db: UnitOfWork, paging: Paging, near: Point, within_km: float | None, conditions: list[ColumnElement[bool]]
) -> Page[FarmOut]:
    """The index orders farms by distance only; those at one distance are ordered by id afterwards."""
    distance = near.distance(Farm.location)
    query = select(Farm.id, distance.label("metres")).where(*conditions)
    if within_km is not None:
        query = query.where(near.within(Farm.location, within_km))
    if (after := paging.after(float, UUID)) is not None:
        query = query.where(tuple_(distance, Farm.id) > tuple_(*(literal(value) for value in after)))
    page = query.order_by(distance).fetch(paging.limit + 1, with_ties=True).subquery("page")
    placed = select(Farm, page.c.metres).join(page, page.c.id == Farm.id).order_by(page.c.metres, Farm.id)
    rows = (await db.execute(placed.limit(paging.limit + 1))).all()
    shown = rows[: paging.limit]
    items = [
        FarmOut.model_validate(farm).model_copy(update={"distance_km": round(metres / 1000, 3)})
        for farm, metres in shown
    ]
    more = len(rows) > paging.limit
    return Page(items=items, next_cursor=encode(shown[-1].metres, shown[-1].Farm.id) if more else None)


def _inside(box: str) -> ColumnElement[bool]:
    south, west, north, east = (float(part) for part in box.split(","))
    meridians = [Farm.longitude >= west, Farm.longitude <= east]
    return Farm.latitude.between(south, north) & (or_(*meridians) if west > east else meridians[0] & meridians[1])


def _columns(wanted: FarmFields) -> dict[str, Any]:
    return dict(wanted) | {"certifications": [paper.model_dump(mode="json") for paper in wanted.certifications]}
