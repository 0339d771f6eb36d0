"""What a choice would cost, and what is open of an owner."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from sqlalchemy import exists, select

from amigok_chassis import clock
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import Money
from feed.animals.models import Animal
from feed.billing.closing import Total, totals
from feed.changes.offers import own_animal, require_offered, time_zone
from feed.changes.schemas import Preview
from feed.packages.errors import PackageNotFound
from feed.packages.models import PackageVersion
from feed.packages.queries import price_of
from feed.periods.calendar import Cycle, boundary, planned, zone
from feed.periods.models import Period
from feed.subscriptions import queries

Choice = Literal["pause", "cancel", "cancel_at_end", "upgrade", "downgrade", "resume"]


async def is_open_of(db: UnitOfWork, user_id: UUID) -> bool:
    """Whether a period of a user is not settled yet."""
    return bool(
        await db.scalar(
            select(exists().where(Period.owner_id == user_id, Period.state.in_(["asked", "open", "settling"])))
        )
    )


async def preview_subscription(
    db: UnitOfWork, *, livestock_id: UUID, package_id: UUID, cycle: Cycle, currency: str, owner_id: UUID
) -> Preview:
    """What it would cost to subscribe now.

    Raises LivestockNotFound, PackageNotFound, PackageRetired, PackageUnsuitable, PriceMissing.
    """
    animal = await own_animal(db, livestock_id, owner_id)
    version = await require_offered(db, package_id, animal)
    price, now = price_of(version, cycle, currency), clock.now()
    return _preview(now, None, None, price, version, cycle, now, await time_zone(db, animal))


async def preview_change(
    db: UnitOfWork, subscription_id: UUID, *, owner_id: UUID, choice: Choice, package_id: UUID | None
) -> Preview:
    """What a choice would cost: now or, for `cancel_at_end` and `downgrade`, at the end of the period.

    Raises SubscriptionNotFound, PackageNotFound, PackageRetired, PackageUnsuitable, PriceMissing.
    """
    subscription = await queries.of_owner(db, subscription_id, owner_id=owner_id)
    periods = (await queries.live_periods(db, [subscription.id]))[subscription.id]
    period = next((each for each in periods if each.kind == "package"), None)
    total = Total() if period is None else (await totals(db, [period.id])).get(period.id, Total())
    at = period.ends_at if period and choice in ("cancel_at_end", "downgrade") else clock.now()
    if choice in ("pause", "cancel", "cancel_at_end"):
        return _preview(at, period, total, None, None, subscription.cycle, at, subscription.time_zone)
    wanted = subscription.package_id if choice == "resume" else package_id
    if wanted is None:
        raise PackageNotFound
    animal = await db.get_one(Animal, subscription.livestock_id)
    version = await require_offered(db, wanted, animal, at)
    price = price_of(version, subscription.cycle, subscription.currency)
    return _preview(at, period, total, price, version, subscription.cycle, at, subscription.time_zone)


def _preview(
    at: datetime,
    period: Period | None,
    total: Total | None,
    held: Money | None,
    version: PackageVersion | None,
    cycle: Cycle,
    anchor_at: datetime,
    time_zone: str,
) -> Preview:
    tz = zone(time_zone)
    charged = None if period is None or total is None else Money.of_minor(total.charged_minor, period.currency)
    released = (
        None
        if period is None or total is None
        else Money.of_minor(period.price_minor - total.charged_minor, period.currency)
    )
    return Preview(
        at=at,
        charged=charged,
        released=released,
        held=held,
        planned_meals=len(planned(anchor_at, cycle, 0, version.meal_times, tz)) if version else 0,
        starts_at=anchor_at if version else None,
        ends_at=boundary(anchor_at, cycle, 1, tz) if version else None,
    )
