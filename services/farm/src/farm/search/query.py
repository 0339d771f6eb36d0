"""Reads a page of animals: first the keys of the page from one index, then its animals."""

from collections.abc import Sequence
from datetime import timedelta
from decimal import Decimal
from math import ceil, floor
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, Subquery, case, func, literal, select, true, tuple_

from amigok_chassis import clock
from amigok_chassis.pagination import Paging
from amigok_chassis.rows import among
from amigok_contracts import digits
from farm.farms.geo import Point
from farm.farms.models import Farm
from farm.livestock.models import Livestock
from farm.search.schemas import Filters, FiltersAnywhere, FiltersOfStaff

COUNTED = 10_000
"""Up to this number, animals are counted exactly."""

_ORDERS = {"price": Livestock.price_per_kg_minor, "value": Livestock.value_minor, "weight": Livestock.weight_kg}
_FIRST = UUID(int=0)


def conditions(filters: Filters) -> list[ColumnElement[bool]]:
    """Returns the conditions on an animal, apart from its distance."""
    equal = {
        Livestock.livestock_type_id: filters.livestock_type_id,
        Livestock.breed_id: filters.breed_id,
        Livestock.farm_id: filters.farm_id if isinstance(filters, FiltersAnywhere) else None,
        Livestock.area_id: filters.area_id if isinstance(filters, FiltersOfStaff) else None,
        Livestock.sex: filters.sex,
        Livestock.status: filters.status,
        Livestock.currency: filters.currency,
    }
    born_after, born_before = _birthday(filters.max_age_days), _birthday(filters.min_age_days)
    bounds = (
        (Livestock.weight_kg, filters.min_weight_kg, filters.max_weight_kg),
        (Livestock.price_per_kg_minor, *_minor(filters, filters.min_price_per_kg, filters.max_price_per_kg)),
        (Livestock.value_minor, *_minor(filters, filters.min_value, filters.max_value)),
        (Livestock.date_of_birth, born_after, born_before),
    )
    found = [column == value for column, value in equal.items() if value is not None]
    found += [column >= least for column, least, _ in bounds if least is not None]
    found += [column <= most for column, _, most in bounds if most is not None]
    return found


def near_enough(filters: Filters) -> Select[UUID] | None:
    """Selects the farms within the given distance, or returns None. Their number decides how animals are best read."""
    if filters.near is None or filters.within_km is None:
        return None
    return select(Farm.id).where(Point.parse(filters.near).within(Farm.location, filters.within_km))


def count(where: Sequence[ColumnElement[bool]]) -> Select[int]:
    """Counts the animals, up to one more than `COUNTED`."""
    some = select(literal(1)).select_from(Livestock).where(*where).limit(COUNTED + 1)
    return select(func.count()).select_from(some.subquery())


def page(
    filters: Filters, paging: Paging, where: Sequence[ColumnElement[bool]], *, farms: Sequence[UUID] | None, few: bool
) -> Subquery:
    """Selects the keys of a page and of one more row: the columns that order it, then the animal's `id`.

    `farms` are those near enough, if a distance is given. `few` says that the conditions leave few enough animals to
    sort. Raises InvalidCursor.
    """
    if filters.sort == "distance":
        return _by_distance(filters, paging, [*where], farms=farms, few=few)
    column = _ORDERS.get(filters.sort.strip("-"))
    key = [Livestock.id] if column is None else [column, Livestock.id]
    descending = column is None or filters.sort.startswith("-")
    query = select(*key).where(*where)
    if (after := paging.after(*(each.type.python_type for each in key))) is not None:
        row, bound = tuple_(*key), tuple_(*(literal(value, each.type) for each, value in zip(key, after, strict=True)))
        query = query.where(row < bound if descending else row > bound)
    order = [each.desc() if descending else each.asc() for each in key]
    return query.order_by(*order).limit(paging.limit + 1).subquery("page")


def animals(keys: Subquery, filters: Filters) -> Select[Any]:
    """Selects the animals of a page in its order, each with its farm's distance from `near` in metres and its key."""
    columns = list(keys.c)
    descending = filters.sort == "newest" or filters.sort.startswith("-")
    order = [column.desc() if descending else column.asc() for column in columns]
    distance: ColumnElement[Any] = literal(None)
    if filters.near is not None:
        away = Point.parse(filters.near).distance(Farm.location)
        distance = select(away).where(Farm.id == Livestock.farm_id).scalar_subquery()
    query = select(Livestock, distance.label("metres"), *columns)
    return query.join(keys, keys.c.id == Livestock.id).order_by(*order)


def _by_distance(
    filters: Filters, paging: Paging, where: Sequence[ColumnElement[bool]], *, farms: Sequence[UUID] | None, few: bool
) -> Subquery:
    """Reads farm by farm, nearest first, at most a page of each: large farms cost no more than small ones.

    A query of its own sorts the farms, because PostgreSQL would otherwise sort all animals.
    """
    assert filters.near is not None
    near = Point.parse(filters.near)
    distance = near.distance(Farm.location)
    nearest = select(Farm.id, distance.label("distance")).order_by(distance, Farm.id)
    if farms is not None:
        nearest = nearest.where(among(Farm.id, farms))
    after = paging.after(float, UUID, UUID)
    if after is not None:
        nearest = nearest.where(tuple_(distance, Farm.id) >= tuple_(literal(after[0]), literal(after[1])))
    by_distance = nearest.subquery("farms_by_distance")
    begin = literal(_FIRST) if after is None else case((by_distance.c.id == after[1], after[2]), else_=_FIRST)
    here = select(Livestock.id).where(Livestock.farm_id == by_distance.c.id, *where, Livestock.id > begin)
    if not few:
        here = here.order_by(Livestock.id).limit(paging.limit + 1)
    there = here.lateral("there")
    query = select(by_distance.c.distance, by_distance.c.id.label("farm_id"), there.c.id).join(there, true())
    return query.order_by(by_distance.c.distance, by_distance.c.id, there.c.id).limit(paging.limit + 1).subquery("page")


def _birthday(age_days: int | None) -> Any:
    return None if age_days is None else clock.now().date() - timedelta(days=age_days)


def _minor(filters: Filters, least: Decimal | None, most: Decimal | None) -> tuple[int | None, int | None]:
    """Returns bounds in minor units, rounded inwards."""
    places = digits(filters.currency) if filters.currency else 0
    return (
        None if least is None else ceil(least.scaleb(places)),
        None if most is None else floor(most.scaleb(places)),
    )
