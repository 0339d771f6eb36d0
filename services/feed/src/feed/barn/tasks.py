"""The day's list of a farm: by area and time, each page as fast on a large farm as on a small one."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row, select, text

from amigok_chassis import clock
from amigok_chassis.auth import Principal
from amigok_chassis.pagination import Paging, encode
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_herd import require_farm_people
from feed.animals.models import Animal
from feed.barn.rations import ration_of
from feed.barn.schemas import FeedingTaskOut, FeedingTasksOut
from feed.doses.queries import due_of
from feed.farms.models import Farm
from feed.meals.models import Meal
from feed.packages.models import Package, PackageVersion
from feed.periods.calendar import local, zone

_OPEN = ("planned", "missed")
_SHOWN = (*_OPEN, "fed", "partly", "refused")

# The areas and times are few, and found without reading all animals and meals. A page reads only the animals on it.
_PAGE = text(
    """
WITH RECURSIVE area (name) AS (
    (SELECT coalesce(area_name, '') FROM animals WHERE farm_id = :farm_id ORDER BY coalesce(area_name, '') LIMIT 1)
    UNION ALL
    SELECT (
        SELECT coalesce(area_name, '') FROM animals
        WHERE farm_id = :farm_id AND coalesce(area_name, '') > area.name ORDER BY coalesce(area_name, '') LIMIT 1
    ) FROM area WHERE area.name IS NOT NULL
), slot (due_at) AS (
    (SELECT due_at FROM meals WHERE farm_id = :farm_id AND local_day = :day ORDER BY due_at LIMIT 1)
    UNION ALL
    SELECT (
        SELECT due_at FROM meals WHERE farm_id = :farm_id AND local_day = :day AND due_at > slot.due_at
        ORDER BY due_at LIMIT 1
    ) FROM slot WHERE slot.due_at IS NOT NULL
), bucket AS MATERIALIZED (
    SELECT area.name AS area_name, due_at FROM area CROSS JOIN slot
    WHERE area.name IS NOT NULL AND due_at IS NOT NULL
        AND (area.name, due_at) >= (CAST(:area_name AS text), CAST(:due_at AS timestamptz))
)
SELECT bucket.area_name, bucket.due_at, task.livestock_id, task.meal_id
FROM (SELECT * FROM bucket ORDER BY area_name, due_at) AS bucket
CROSS JOIN LATERAL (
    SELECT animals.id AS livestock_id, meals.id AS meal_id
    FROM animals JOIN meals ON meals.livestock_id = animals.id AND meals.due_at = bucket.due_at
    WHERE animals.farm_id = :farm_id AND coalesce(animals.area_name, '') = bucket.area_name AND animals.gone IS NULL
        AND meals.farm_id = :farm_id AND meals.local_day = :day AND meals.state = ANY (CAST(:states AS text[]))
        AND ((bucket.area_name, bucket.due_at) <> (:area_name, :due_at) OR (animals.id, meals.id) > (:animal, :meal))
    ORDER BY animals.id, meals.id LIMIT :limit
) AS task
ORDER BY bucket.area_name, bucket.due_at, task.livestock_id, task.meal_id LIMIT :limit
"""
)
# Late on a day hardly any meal is open: then those few are sorted, rather than the animals of all areas looked through.
_FEW = 500
_OPEN_MEALS = """
SELECT id, livestock_id, due_at FROM meals
WHERE farm_id = :farm_id AND local_day = :day AND state IN ('planned', 'missed') LIMIT 501
"""
_COUNT = text(f"SELECT count(*) FROM ({_OPEN_MEALS}) AS few")
_PAGE_OF_FEW = text(
    f"""
SELECT * FROM (
    SELECT coalesce(animals.area_name, '') AS area_name, few.due_at, animals.id AS livestock_id, few.id AS meal_id
    FROM ({_OPEN_MEALS}) AS few JOIN animals ON animals.id = few.livestock_id
    WHERE animals.farm_id = :farm_id AND animals.gone IS NULL
) AS task
WHERE (area_name, due_at, livestock_id, meal_id) >
    (CAST(:area_name AS text), CAST(:due_at AS timestamptz), CAST(:animal AS uuid), CAST(:meal AS uuid))
ORDER BY area_name, due_at, livestock_id, meal_id LIMIT :limit
"""
)
_START = ("", datetime(1970, 1, 1, tzinfo=UTC), UUID(int=0), UUID(int=0))


async def tasks_of(
    db: UnitOfWork, paging: Paging, farm_id: UUID, *, day: date | None, only_open: bool, viewer: Principal
) -> FeedingTasksOut:
    """Returns the meals of a farm's day, by area, time and animal. Raises OtherFarm."""
    await require_farm_people(db, Farm, viewer, farm_id)
    farm = await db.get(Farm, farm_id)
    day = day or local(clock.now(), zone(farm.time_zone if farm is not None else "UTC")).date()
    keys = await _keys(db, paging, farm_id, day, states=_OPEN if only_open else _SHOWN)
    page = keys[: paging.limit]
    cursor = _cursor(page[-1]) if len(keys) > paging.limit else None
    items = await _tasks(db, [key.meal_id for key in page])
    return FeedingTasksOut(farm_id=farm_id, day=day, items=items, next_cursor=cursor)


async def _keys(db: UnitOfWork, paging: Paging, farm_id: UUID, day: date, *, states: Sequence[str]) -> list[Row[Any]]:
    """Area, time, animal and meal of each task of a page, and of one more."""
    area_name, due_at, animal, meal = paging.after(str, datetime, UUID, UUID) or _START
    arguments = {
        "farm_id": farm_id,
        "day": day,
        "states": list(states),
        "area_name": area_name,
        "due_at": due_at,
        "animal": animal,
        "meal": meal,
        "limit": paging.limit + 1,
    }
    if states == _OPEN and (await db.scalar(_COUNT, {"farm_id": farm_id, "day": day}) or 0) <= _FEW:
        del arguments["states"]
        return list((await db.execute(_PAGE_OF_FEW, arguments)).all())
    return list((await db.execute(_PAGE, arguments)).all())


def _cursor(last: Row[Any]) -> str:
    return encode(last.area_name, last.due_at, last.livestock_id, last.meal_id)


async def _tasks(db: UnitOfWork, ids: Sequence[UUID]) -> list[FeedingTaskOut]:
    query = (
        select(Meal, Animal, PackageVersion, Package.name)
        .join(Animal, Animal.id == Meal.livestock_id)
        .outerjoin(PackageVersion, PackageVersion.id == Meal.package_version_id)
        .outerjoin(Package, Package.id == PackageVersion.package_id)
        .where(Meal.id.in_(ids))
    )
    rows = (await db.execute(query)).all()
    now = clock.now()
    medicines = await due_of(db, {meal.livestock_id for meal, *_ in rows}, now)
    found = {row[0].id: _task(*row, medicines.get(row[0].livestock_id, []), now) for row in rows}
    return [found[id] for id in ids if id in found]


def _task(
    meal: Meal,
    animal: Animal,
    version: PackageVersion | None,
    package_name: str | None,
    medicines: list[str],
    now: datetime,
) -> FeedingTaskOut:
    ration = ration_of(version, animal, now)
    return FeedingTaskOut(
        meal_id=meal.id,
        livestock_id=animal.id,
        tag_number=animal.tag_number,
        area_id=animal.area_id,
        area_name=animal.area_name,
        due_at=meal.due_at,
        state=meal.state,
        package_name=package_name,
        ingredients=[each["name"] for each in version.ingredients] if version is not None else [],
        ration_kg=ration.kg,
        weight=ration.basis,
        weight_kg=ration.weight_kg,
        notes=[
            *(["quarantine"] if animal.is_in_quarantine(now) else []),
            *(["medicine"] if medicines else []),
        ],
        medicines=medicines,
        fed_at=meal.fed_at,
        fed_kg=meal.fed_kg,
        reason=meal.reason,
        log_id=meal.log_id,
    )
