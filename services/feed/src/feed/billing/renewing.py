"""Ends periods that are over and opens what follows, in batches."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

import structlog
from sqlalchemy import ColumnElement, Select, func, select

from amigok_chassis import clock, metrics
from amigok_chassis.context import Context
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.assurance import Assurance
from feed.billing import closing, unpaid
from feed.billing.closing import Closing
from feed.billing.opening import Opening, open_periods
from feed.packages.errors import PriceMissing
from feed.packages.models import PackageVersion
from feed.packages.queries import price_of, versions_at
from feed.periods.calendar import period_at, zone
from feed.periods.machine import LIVE
from feed.periods.models import Period
from feed.subscriptions.models import Subscription
from feed.subscriptions.service import cancel, changed, end

log = structlog.get_logger()

BATCH = 200


async def end_all_due(context: Context) -> None:
    """Ends every period that is over. Replicas share the work: each takes subscriptions that no other has locked.

    Where a batch fails, its subscriptions are tried one by one, so that none holds up the others.
    """
    try:
        while await _end_batch(context):
            pass
    except Exception as error:
        log.warning("periods.batch_failed", error=repr(error))
        async with context.db.unit_of_work() as db:
            due = (await db.scalars(_due().with_only_columns(Subscription.id))).all()
        for subscription_id in due:
            await _end_one(context, subscription_id)


async def _end_batch(context: Context) -> int:
    async with context.db.unit_of_work() as db:
        return await end_due(db)


async def _end_one(context: Context, subscription_id: UUID) -> None:
    try:
        async with context.db.unit_of_work() as db:
            await end_due(db, only=subscription_id)
    except Exception as error:
        metrics.JOB_FAILURES.labels("end_all_due").inc()
        log.error("period.end_failed", subscription_id=str(subscription_id), error=repr(error))


async def end_due(db: UnitOfWork, *, only: UUID | None = None) -> int:
    """Ends periods that are over, and opens what follows: of a batch, or of one subscription. Returns how many."""
    query = _due() if only is None else _due().where(Subscription.id == only)
    locked = query.with_for_update(of=Subscription, skip_locked=True).execution_options(populate_existing=True)
    found = {each.id: each for each in await db.scalars(locked)}
    if not found:
        return 0
    theirs = select(Period).where(*_is_over(), Period.subscription_id.in_(found))
    periods = (await db.scalars(theirs.execution_options(populate_existing=True))).all()
    await closing.close(db, [Closing(each, each.ends_at, closing.END) for each in periods])
    await _go_on(db, [found[each.subscription_id] for each in periods if each.kind == "package"])
    welfare = [found[each.subscription_id] for each in periods if each.kind == "welfare"]
    await unpaid.feed_at_welfare_price(db, [each for each in welfare if each.state == "unpaid"])
    return len(periods)


def _due() -> Select[Subscription]:
    """A batch of the subscriptions whose periods have been over for the longest time."""
    joined = select(Subscription).join(Period, Period.subscription_id == Subscription.id)
    return joined.where(*_is_over()).order_by(Period.ends_at).limit(BATCH)


def _is_over() -> tuple[ColumnElement[bool], ...]:
    return Period.ends_at <= clock.now(), Period.closed_at.is_(None), Period.state.in_(LIVE)


async def stuck(db: UnitOfWork) -> int:
    """How many periods have waited for the wallet, or to be ended, for an hour."""
    late = clock.now() - timedelta(hours=1)
    waiting = Period.closed_at < late, Period.state.in_(["asked", "open", "settling"])
    overdue = Period.ends_at < late, Period.closed_at.is_(None), Period.state.in_(LIVE)
    return sum(
        [await db.scalar(select(func.count()).select_from(Period).where(*each)) or 0 for each in (waiting, overdue)]
    )


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


async def retry_due(db: UnitOfWork, *, most: int = BATCH) -> None:
    """Asks again for the prices of unpaid subscriptions that are due."""
    due = select(Subscription).where(Subscription.retry_at <= clock.now(), Subscription.state == "unpaid")
    locked = due.order_by(Subscription.retry_at).limit(most).with_for_update(skip_locked=True)
    await unpaid.ask_again(db, (await db.scalars(locked.execution_options(populate_existing=True))).all())
