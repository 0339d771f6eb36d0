"""Lists of animals: public ones, and those that a user owns."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import TypeVar
from uuid import UUID

from sqlalchemy import ColumnElement
from sqlalchemy.orm.interfaces import ORMOption

from amigok_chassis.pagination import encode
from amigok_chassis.rows import among
from amigok_chassis.unit_of_work import UnitOfWork
from farm.farms.locks import get_farm
from farm.livestock.models import Livestock
from farm.livestock.queries import for_details, for_public
from farm.livestock.schemas import LivestockDetails, LivestockOut, details, public
from farm.search import query
from farm.search.schemas import Count, Filters, FiltersAnywhere, FiltersOfStaff, Found

View = TypeVar("View", bound=LivestockOut)


async def everywhere(db: UnitOfWork, filters: FiltersAnywhere) -> Found[LivestockOut]:
    """Returns animals of one status, `available` by default. Raises InvalidCursor, as all lists do."""
    return await _find(db, _shown(filters), [], few=False, view=public, load=for_public())


async def of_farm(db: UnitOfWork, filters: Filters, *, farm_id: UUID) -> Found[LivestockOut]:
    """Returns the animals of a farm, of one status as above. Raises FarmNotFound."""
    await get_farm(db, farm_id)
    return await _find(db, _shown(filters), [Livestock.farm_id == farm_id], few=False, view=public, load=for_public())


async def kept(db: UnitOfWork, filters: FiltersOfStaff, *, farm_id: UUID) -> Found[LivestockDetails]:
    """Returns the animals of a farm as its people see them, of any status by default. Raises FarmNotFound."""
    await get_farm(db, farm_id)
    return await _find(db, filters, [Livestock.farm_id == farm_id], few=False, view=details, load=for_details())


async def owned(db: UnitOfWork, filters: FiltersAnywhere, *, owner_id: UUID) -> Found[LivestockDetails]:
    """Returns a user's animals, of any status by default."""
    return await _find(db, filters, [Livestock.owner_id == owner_id], few=True, view=details, load=for_details())


def _shown(filters: Filters) -> Filters:
    return filters if filters.status else filters.model_copy(update={"status": "available"})


async def _find(
    db: UnitOfWork,
    filters: Filters,
    scope: list[ColumnElement[bool]],
    *,
    few: bool,
    view: Callable[[Livestock], View],
    load: Sequence[ORMOption],
) -> Found[View]:
    paging = filters.paging
    farms = None if (near := query.near_enough(filters)) is None else (await db.scalars(near)).all()
    where = scope + query.conditions(filters)
    if farms is not None:
        where.append(among(Livestock.farm_id, farms))
    keys = query.page(filters, paging, where, farms=farms, few=few)
    rows = (await db.execute(query.animals(keys, filters).options(*load))).all()
    found: Found[View] = Found(items=[_placed(view(row[0]), row.metres) for row in rows[: paging.limit]])
    if len(rows) > paging.limit:
        found.next_cursor = encode(*map(_plain, rows[paging.limit - 1][2:]))
    if filters.count:
        number = await db.scalar(query.count(where)) or 0
        found.count = Count(value=min(number, query.COUNTED), more=number > query.COUNTED)
    return found


def _placed(animal: View, metres: float | None) -> View:
    return animal if metres is None else animal.model_copy(update={"distance_km": round(metres / 1000, 3)})


def _plain(value: object) -> object:
    return str(value) if isinstance(value, Decimal) else value
