"""Which area of its farm an animal stands in. The newest entry counts, in whatever order entries arrive.

Locks are taken in one order: the area, animals by id.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

import structlog
from sqlalchemy import Select, select

from amigok_chassis import audit, clock
from amigok_chassis.auth import Principal
from amigok_chassis.outbox import emit
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.farm import LivestockPlaced
from farm.announcements.service import Topic
from farm.areas.errors import PlacedInFuture, UnknownArea
from farm.areas.models import Area, Placement
from farm.areas.schemas import PlacementIn, PlacementOut, Verdict
from farm.farms.locks import get_farm
from farm.livestock.locks import lock_animals
from farm.livestock.models import Livestock
from farm.staff import service as staff
from farm.types.errors import Retired

log = structlog.get_logger()

CLOCKS_DIFFER = timedelta(minutes=1)
"""How far the clock of a phone may be ahead of ours."""


async def place(db: UnitOfWork, farm_id: UUID, wanted: PlacementIn, *, by: Principal) -> PlacementOut:
    """Puts animals of a farm into one of its areas, or out of any, each with a verdict of its own.

    Raises Forbidden, OtherFarm, FarmNotFound, PlacedInFuture, UnknownArea, Retired.
    """
    await staff.require(db, by, farm_id)
    await get_farm(db, farm_id)
    now = clock.now()
    at = wanted.placed_at or now
    if at > now + CLOCKS_DIFFER:
        raise PlacedInFuture
    at = min(at, now)
    area = await _for_animals(db, farm_id, wanted.area_id)
    found = await lock_animals(db, wanted.livestock_ids)
    verdicts = {each: _place(db, found.get(each), farm_id, area, at=at) for each in wanted.livestock_ids}
    placement = Placement(
        farm_id=farm_id,
        area_id=wanted.area_id,
        placed_at=at,
        recorded_at=now,
        recorded_by=by.id,
        animals=[{"livestock_id": str(each), "verdict": verdict} for each, verdict in verdicts.items()],
    )
    db.add(placement)
    await db.flush()
    placed = sum(verdict == "placed" for verdict in verdicts.values())
    after = {"placement_id": placement.id, "area_id": wanted.area_id, "placed": placed}
    audit.record(db, "livestock.placed", subject_id=farm_id, after=after)
    log.info("livestock.placed", placement_id=str(placement.id), farm_id=str(farm_id), livestock=placed)
    return PlacementOut.model_validate(placement)


async def show(db: UnitOfWork, placement_id: UUID) -> PlacementOut:
    """Returns an entry that exists."""
    return PlacementOut.model_validate(await db.get_one(Placement, placement_id))


def vacate(db: UnitOfWork, animal: Livestock, *, at: datetime) -> None:
    """Takes an animal, which must be locked, out of its area because it leaves the farm."""
    stood_somewhere = animal.area_id is not None
    animal.area_id, animal.placed_at = None, at
    if stood_somewhere:
        _publish(db, animal, None)


async def _publish_again(db: UnitOfWork, livestock_ids: Sequence[UUID]) -> None:
    """Publishes where these animals stand now: their area has another name."""
    animals = (await lock_animals(db, livestock_ids)).values()
    areas = await db.scalars(select(Area).where(Area.id.in_({animal.area_id for animal in animals})))
    names = {area.id: area.name for area in areas}
    for animal in animals:
        if animal.area_id is not None:
            _publish(db, animal, names[animal.area_id])


def _standing_in(area_id: UUID) -> Select[UUID]:
    return select(Livestock.id).where(Livestock.area_id == area_id)


RENAMED = Topic("renamed_area", _standing_in, _publish_again)


async def _for_animals(db: UnitOfWork, farm_id: UUID, area_id: UUID | None) -> Area | None:
    """Returns an area of the farm that is not retired or renamed before this commits. Raises UnknownArea, Retired."""
    if area_id is None:
        return None
    area = await db.get(Area, area_id, with_for_update={"read": True, "key_share": True}, populate_existing=True)
    if area is None or area.farm_id != farm_id:
        raise UnknownArea
    if not area.is_active:
        raise Retired("The area takes no animals.")
    return area


def _place(db: UnitOfWork, animal: Livestock | None, farm_id: UUID, area: Area | None, *, at: datetime) -> Verdict:
    """Places an animal, which must be locked, if nothing speaks against it."""
    if animal is None:
        return "livestock_not_found"
    if animal.is_gone:
        return "livestock_gone"
    if animal.farm_id != farm_id:
        return "in_other_farm"
    if animal.placed_at is not None and at < animal.placed_at:
        return "placed_later"
    animal.placed_at = at
    area_id, name = (None, None) if area is None else (area.id, area.name)
    if animal.area_id == area_id:
        return "already_there"
    animal.area_id = area_id
    animal.version += 1
    _publish(db, animal, name)
    return "placed"


def _publish(db: UnitOfWork, animal: Livestock, area_name: str | None) -> None:
    assert animal.placed_at is not None
    where = {"farm_id": animal.farm_id, "area_id": animal.area_id, "area_name": area_name}
    emit(db, LivestockPlaced(livestock_id=animal.id, **where, placed_at=animal.placed_at))
