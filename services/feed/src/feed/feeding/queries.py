"""Reads of what an animal eats."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, and_, func, select

from amigok_chassis import clock
from amigok_chassis.auth import Principal
from amigok_chassis.pagination import Page, Paging, paginate
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import Money
from feed.animals.models import Animal
from feed.barn.models import FeedingLog
from feed.barn.rations import ration_of
from feed.feeding.conversion import conversion
from feed.feeding.schemas import EatenMealOut, FeedingHistoryOut, FeedingSummaryOut, ScheduledMealOut
from feed.feeding.viewing import View, view_of
from feed.lots.queries import window
from feed.meals.models import Meal
from feed.packages.models import Package, PackageVersion

PAST = ("fed", "partly", "refused", "missed")


async def schedule(db: UnitOfWork, paging: Paging, livestock_id: UUID, *, viewer: Principal) -> Page[ScheduledMealOut]:
    """Returns the planned meals from now on, the next first. Raises LivestockNotFound."""
    view = await view_of(db, livestock_id, viewer=viewer)
    query = select(Meal).where(Meal.livestock_id == livestock_id, Meal.state == "planned", Meal.due_at >= clock.now())
    query = query.where(view.shows(Meal.due_at))
    meals, cursor = await paginate(db, query, paging, key=[Meal.due_at, Meal.id], descending=False)
    fed = await _feeds(db, [meal.package_version_id for meal in meals if meal.package_version_id is not None])
    return Page(items=[_scheduled(meal, view.animal, fed) for meal in meals], next_cursor=cursor)


async def history(
    db: UnitOfWork,
    paging: Paging,
    livestock_id: UUID,
    *,
    since: datetime | None,
    until: datetime | None,
    viewer: Principal,
) -> FeedingHistoryOut:
    """Returns what an animal ate in a time, and what that came to. Raises LivestockNotFound."""
    view = await view_of(db, livestock_id, viewer=viewer)
    begin, end = window(since, until)
    shown = and_(
        Meal.livestock_id == livestock_id,
        Meal.state.in_(PAST),
        Meal.due_at.between(begin, end),
        view.shows(Meal.due_at),
    )
    meals, cursor = await paginate(db, select(Meal).where(shown), paging, key=[Meal.due_at, Meal.id])
    fed = await _feeds(db, [meal.package_version_id for meal in meals if meal.package_version_id is not None])
    logs = select(FeedingLog.id).where(FeedingLog.id.in_([meal.log_id for meal in meals]), FeedingLog.is_estimated)
    estimated = set(await db.scalars(logs))
    return FeedingHistoryOut(
        items=[_eaten(meal, fed, is_estimated=meal.log_id in estimated) for meal in meals],
        next_cursor=cursor,
        summary=await _summary(db, view, shown, since=begin, until=end),
    )


Feeds = dict[UUID, tuple[PackageVersion, str]]
"""Versions of packages with the name of the package, by id."""


async def _feeds(db: UnitOfWork, ids: list[UUID]) -> Feeds:
    query = select(PackageVersion, Package.name).join(Package, Package.id == PackageVersion.package_id)
    rows = await db.execute(query.where(PackageVersion.id.in_(set(ids))))
    return {version.id: (version, name) for version, name in rows}


def _scheduled(meal: Meal, animal: Animal, feeds: Feeds) -> ScheduledMealOut:
    version, name = feeds.get(meal.package_version_id, (None, None)) if meal.package_version_id else (None, None)
    ration = ration_of(version, animal, clock.now())
    return ScheduledMealOut(
        meal_id=meal.id,
        due_at=meal.due_at,
        package_name=name,
        ingredients=[each["name"] for each in version.ingredients] if version is not None else [],
        ration_kg=ration.kg,
        weight=ration.basis,
        price=_money(meal.price_minor, meal.currency),
    )


def _eaten(meal: Meal, feeds: Feeds, *, is_estimated: bool) -> EatenMealOut:
    _, name = feeds.get(meal.package_version_id, (None, None)) if meal.package_version_id else (None, None)
    return EatenMealOut.model_validate(
        {
            "meal_id": meal.id,
            "due_at": meal.due_at,
            "state": meal.state,
            "fed_at": meal.fed_at,
            "kg": meal.fed_kg,
            "is_estimated": is_estimated,
            "reason": meal.reason,
            "package_name": name,
            "cost": _money(meal.charged_minor, meal.currency),
        }
    )


async def _summary(
    db: UnitOfWork, view: View, shown: ColumnElement[bool], *, since: datetime, until: datetime
) -> FeedingSummaryOut:
    counts = {state: func.count().filter(Meal.state == state) for state in PAST}
    unknown = func.count().filter(Meal.state.in_(["fed", "partly"]), Meal.fed_kg.is_(None))
    eaten = func.coalesce(func.sum(Meal.fed_kg), 0)
    totals = select(*(each.label(state) for state, each in counts.items()), unknown.label("unknown"))
    row = (await db.execute(totals.add_columns(eaten.label("eaten_kg")).where(shown))).one()
    costs = select(Meal.currency, func.sum(Meal.charged_minor)).where(shown, Meal.currency.is_not(None))
    paid = (await db.execute(costs.group_by(Meal.currency).order_by(Meal.currency))).all()
    return FeedingSummaryOut(
        **row._mapping,
        since=since,
        until=until,
        cost=[Money.of_minor(int(minor), currency) for currency, minor in paid if currency is not None],
        conversion=await conversion(db, view, since=since, until=until),
    )


def _money(minor: int | None, currency: str | None) -> Money | None:
    return Money.of_minor(minor, currency) if minor is not None and currency is not None else None
