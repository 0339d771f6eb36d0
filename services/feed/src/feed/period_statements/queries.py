"""Reads of statements."""

from uuid import UUID

from sqlalchemy import select

from amigok_chassis.pagination import Page, Paging, paginate
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import Money
from feed.animals.models import Animal
from feed.farms.models import Farm
from feed.meals.models import Correction, Meal
from feed.packages.models import Package, PackageVersion
from feed.period_statements.errors import StatementNotFound
from feed.period_statements.schemas import CorrectionLine, MealLine, StatementLine, StatementOut
from feed.periods.calendar import local, zone
from feed.periods.models import Period


async def page(db: UnitOfWork, *, owner_id: UUID, subscription_id: UUID | None, paging: Paging) -> Page[StatementLine]:
    """An owner's periods, of one subscription if it is given, newest first. Raises InvalidCursor."""
    query = select(Period).where(Period.owner_id == owner_id)
    if subscription_id is not None:
        query = query.where(Period.subscription_id == subscription_id)
    rows, cursor = await paginate(db, query, paging, key=[Period.id])
    return Page(items=[StatementLine.model_validate(_line(row)) for row in rows], next_cursor=cursor)


async def one(db: UnitOfWork, period_id: UUID, *, owner_id: UUID) -> StatementOut:
    """An owner's statement. Raises StatementNotFound, also for somebody else's."""
    period = await db.scalar(select(Period).where(Period.id == period_id, Period.owner_id == owner_id))
    if period is None:
        raise StatementNotFound
    animal = await db.get_one(Animal, period.livestock_id)
    farm = await db.get(Farm, period.farm_id)
    package = select(Package.name).join(PackageVersion, PackageVersion.package_id == Package.id)
    meals = (await db.scalars(select(Meal).where(Meal.period_id == period_id).order_by(Meal.due_at, Meal.id))).all()
    return StatementOut.model_validate(
        {
            **_line(period),
            **{name: getattr(animal, name) for name in ("tag_number", "type_name", "breed_name")},
            "farm_name": farm.name if farm else None,
            "package_name": await db.scalar(package.where(PackageVersion.id == period.package_version_id)),
            "time_zone": period.time_zone,
            "released": _released(period),
            "total": Money.of_minor(sum(meal.charged_minor for meal in meals), period.currency),
            "meals": [_meal(meal, period) for meal in meals],
            "corrections": await _corrections(db, period),
        }
    )


def _line(period: Period) -> dict[str, object]:
    names = [name for name in StatementLine.model_fields if name != "charged"]
    fields: dict[str, object] = {name: getattr(period, name) for name in names}
    return fields | {"charged": None if period.charged_minor is None else period.charged}


def _released(period: Period) -> Money:
    minor = 0 if period.kind == "welfare" or period.charged_minor is None else period.price_minor - period.charged_minor
    return Money.of_minor(minor, period.currency)


def _meal(meal: Meal, period: Period) -> MealLine:
    names = [name for name in MealLine.model_fields if name not in ("local_time", "price", "charged")]
    return MealLine.model_validate(
        {name: getattr(meal, name) for name in names}
        | {
            "local_time": f"{local(meal.due_at, zone(period.time_zone)):%H:%M}",
            "price": Money.of_minor(meal.price_minor or 0, period.currency),
            "charged": Money.of_minor(meal.charged_minor, period.currency),
        }
    )


async def _corrections(db: UnitOfWork, period: Period) -> list[CorrectionLine]:
    rows = await db.scalars(select(Correction).where(Correction.period_id == period.id).order_by(Correction.id))
    return [
        CorrectionLine(
            id=row.id,
            meal_id=row.meal_id,
            made_at=row.made_at,
            before=row.state_before,
            after=row.state_after,
            amount=Money.of_minor(row.amount_minor, row.currency),
            settled_at=row.settled_at,
        )
        for row in rows
    ]
