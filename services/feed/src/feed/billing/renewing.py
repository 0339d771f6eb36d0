"""Ends periods that are over and opens what follows, in batches."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select

from amigok_chassis import clock
from amigok_chassis.context import Context
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.assurance import Assurance
from feed.billing import closing, unpaid
from feed.billing.closing import Closing
from feed.billing.opening import Opening, open_periods
from feed.packages.errors import PriceMissing
from feed.packages.models import PackageVersion
from feed.packages.queries import price_of, versions_at
from feed.periods.calendar import boundary, period_at, zone
from feed.periods.machine import LIVE
from feed.periods.models import Period
from feed.subscriptions.models import Subscription
from feed.subscriptions.service import cancel, changed, end

BATCH = 200


async def end_all_due(context: Context) -> None:
    """Ends every period that is over. Replicas share the work: each takes subscriptions that no other has locked."""
    while True:
        async with context.db.unit_of_work() as db:
            if not await end_due(db):
                return


async def end_due(db: UnitOfWork, *, most: int = BATCH) -> int:
    """Ends up to so many periods that are over, and opens what follows. Returns how many it ended."""
    due = Period.ends_at <= clock.now(), Period.closed_at.is_(None), Period.state.in_(LIVE)
    query = select(Subscription).join(Period, Period.subscription_id == Subscription.id).where(*due)
    locked = query.order_by(Period.ends_at).limit(most).with_for_update(of=Subscription, skip_locked=True)
    found = {each.id: each for each in await db.scalars(locked.execution_options(populate_existing=True))}
    if not found:
        return 0
    theirs = select(Period).where(*due, Period.subscription_id.in_(found)).execution_options(populate_existing=True)
    periods = (await db.scalars(theirs)).all()
    await closing.close(db, [Closing(each, each.ends_at, closing.END) for each in periods])
    await _go_on(db, [found[each.subscription_id] for each in periods if each.kind == "package"])
    welfare = [found[each.subscription_id] for each in periods if each.kind == "welfare"]
    await _go_on_at_welfare_price(db, welfare)
    return len(periods)


async def _go_on(db: UnitOfWork, subscriptions: Sequence[Subscription]) -> None:
    """Opens the next period of each subscription that goes on. An unpaid one waits for its next try."""
    going = []
    for each in subscriptions:
        if each.state != "active":
            continue
        if each.cancel_at_end:
            cancel(db, each)
            continue
        _take_what_follows(db, each)
        going.append(each)
    now = clock.now()
    versions = await versions_at(db, {each.package_id for each in going}, now)
    openings = [opening for each in going if (opening := _next(db, each, versions.get(each.package_id), now))]
    await open_periods(db, openings)


def assurance_of(subscription: Subscription) -> Assurance | None:
    """How well the owner was authenticated when they chose the package."""
    return None if subscription.assurance is None else Assurance.model_validate(subscription.assurance)


def _take_what_follows(db: UnitOfWork, subscription: Subscription) -> None:
    if subscription.next_package_id is not None:
        subscription.package_id, subscription.next_package_id = subscription.next_package_id, None
        changed(db, subscription)


def _next(db: UnitOfWork, subscription: Subscription, version: PackageVersion | None, now: datetime) -> Opening | None:
    """The period of now. A subscription whose package has no price any more ends."""
    try:
        if version is None:
            raise PriceMissing
        price = price_of(version, subscription.cycle, subscription.currency)
    except PriceMissing:
        end(db, subscription, "package_unsuitable")
        return None
    number = period_at(subscription.anchor_at, subscription.cycle, now, zone(subscription.time_zone))
    return Opening(
        subscription=subscription,
        version=version,
        price=price,
        cycle=subscription.cycle,
        anchor_at=subscription.anchor_at,
        number=number,
        assurance=assurance_of(subscription),
    )


async def _go_on_at_welfare_price(db: UnitOfWork, subscriptions: Sequence[Subscription]) -> None:
    """Opens the next day of the basic ration for subscriptions that are still unpaid."""
    by_start: dict[datetime, list[Subscription]] = {}
    for each in subscriptions:
        if each.state == "unpaid" and each.unpaid_since is not None:
            tz = zone(each.time_zone)
            number = period_at(each.unpaid_since, "daily", clock.now(), tz)
            by_start.setdefault(boundary(each.unpaid_since, "daily", number, tz), []).append(each)
    for start, group in by_start.items():
        await unpaid.feed_at_welfare_price(db, group, anchor_at=start)


async def retry_due(db: UnitOfWork, *, most: int = BATCH) -> None:
    """Asks again for the prices of unpaid subscriptions that are due."""
    due = select(Subscription).where(Subscription.retry_at <= clock.now(), Subscription.state == "unpaid")
    locked = due.order_by(Subscription.retry_at).limit(most).with_for_update(skip_locked=True)
    await unpaid.ask_again(db, (await db.scalars(locked.execution_options(populate_existing=True))).all())
