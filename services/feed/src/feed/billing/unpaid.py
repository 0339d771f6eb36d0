"""Not enough money: the basic ration at its welfare price, tries on the days of the ladder and when money arrives."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import exists, or_, select, update
from sqlalchemy.dialects.postgresql import insert

from amigok_chassis import clock
from amigok_chassis.outbox import emit
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.assurance import Assurance
from amigok_contracts.feed import PeriodUnpaid
from feed.animals.models import Animal
from feed.billing import blocks, closing
from feed.billing.closing import Closing
from feed.billing.models import MoneyArrival
from feed.billing.opening import Opening, open_periods, plan, tell_opened
from feed.meals.models import LOGGED, WAITING, Meal
from feed.packages.errors import PriceMissing
from feed.packages.models import PackageVersion
from feed.packages.queries import basic_rations, price_of, versions_at
from feed.periods.calendar import boundary, period_at, planned, zone
from feed.periods.machine import LIVE, PERIODS
from feed.periods.models import Period
from feed.settings import Settings
from feed.subscriptions.machine import SUBSCRIPTIONS
from feed.subscriptions.models import Subscription
from feed.subscriptions.service import cancel, changed, end_unpaid


def next_try(since: datetime, now: datetime, days: Sequence[int]) -> datetime | None:
    """When the ladder asks again for a price that was first refused `since`; null after its last day."""
    return min((at for day in days if (at := since + timedelta(days=day)) > now), default=None)


async def refuse(db: UnitOfWork, subscription: Subscription, period: Period, *, reason: str) -> None:
    """The wallet did not hold the price of a period. The animal gets the basic ration; the owner is told."""
    now = clock.now()
    was_first = period.closed_at is None and subscription.state == "active"
    period.state, period.refusal, period.refused_at = PERIODS.follow("refuse", period.state), reason, now
    period.closed_at, period.close_reason = period.closed_at or now, period.close_reason or "refused"
    await db.flush()
    await _waive(db, period)
    if was_first and subscription.cancel_at_end:
        return cancel(db, subscription)
    if was_first:
        subscription.state = SUBSCRIPTIONS.follow("miss", subscription.state)
        subscription.anchor_at = subscription.unpaid_since = now
        subscription.unpaid_tries = 0
        await feed_at_welfare_price(db, [subscription])
    if subscription.state == "unpaid":
        await _note_try(db, subscription, period, now)
    return None


async def feed_at_welfare_price(db: UnitOfWork, subscriptions: Sequence[Subscription]) -> None:
    """Opens the day of now of the basic ration for animals of unpaid subscriptions, where it has a price.

    Its days are counted from the anchor: when the price was refused, or when the animal came to its farm.
    """
    if not subscriptions:
        return
    basics = await basic_rations(db, clock.now())
    kept = await db.scalars(select(Animal).where(Animal.id.in_([each.livestock_id for each in subscriptions])))
    animals = {animal.id: animal for animal in kept}
    openings = []
    for each in subscriptions:
        animal = animals[each.livestock_id]
        version = basics.of(animal.livestock_type_id, animal.farm_id)
        if version is not None and (opening := _welfare(each, version)):
            openings.append(opening)
    await open_periods(db, openings)


async def ask_again(
    db: UnitOfWork, subscriptions: Sequence[Subscription], *, assurance: Assurance | None = None
) -> None:
    """Asks the wallet for a period from now on, under a new reference, for each that has no such request open."""
    now = clock.now()
    waiting = set(
        await db.scalars(
            select(Period.subscription_id).where(
                Period.subscription_id.in_([each.id for each in subscriptions]),
                Period.kind == "package",
                Period.state.in_(LIVE),
                Period.closed_at.is_(None),
            )
        )
    )
    versions = await versions_at(db, {each.package_id for each in subscriptions}, now)
    openings = []
    for each in subscriptions:
        each.retry_at = next_try(each.unpaid_since or now, now, db.settings(Settings).unpaid_days)
        if each.id in waiting:
            continue
        try:
            price = price_of(versions[each.package_id], each.cycle, each.currency)
        except PriceMissing:
            continue
        openings.append(
            Opening(
                subscription=each,
                version=versions[each.package_id],
                price=price,
                cycle=each.cycle,
                anchor_at=now,
                plans=False,
                assurance=assurance,
            )
        )
    await open_periods(db, openings)


async def recover(db: UnitOfWork, subscription: Subscription, period: Period) -> None:
    """The price of an unpaid subscription is held: its period begins now, and the welfare price ends."""
    now = clock.now()
    version = await db.get_one(PackageVersion, period.package_version_id)
    tz = zone(subscription.time_zone)
    subscription.anchor_at = now
    period.starts_at, period.ends_at = now, boundary(now, subscription.cycle, 1, tz)
    slots = planned(now, subscription.cycle, 0, version.meal_times, tz)
    period.planned_meals = len(slots)
    await closing.close(db, [Closing(each, now, "paid") for each in await welfare_of(db, subscription.id)])
    await plan(db, [(period, slots, version)])
    tell_opened(db, period)
    end_unpaid(subscription)
    subscription.state = SUBSCRIPTIONS.follow("recover", subscription.state)
    changed(db, subscription)
    await blocks.end_if_paid(db, subscription)


async def welfare_of(db: UnitOfWork, subscription_id: UUID) -> list[Period]:
    """The welfare period of a subscription that has not ended, if there is one."""
    query = select(Period).where(Period.subscription_id == subscription_id, Period.kind == "welfare")
    return list(await db.scalars(query.where(Period.state.in_(LIVE), Period.closed_at.is_(None))))


async def money_arrived(db: UnitOfWork, user_id: UUID) -> None:
    """Has the unpaid subscriptions of a user asked for again soon, because they may have money now.

    Where a price was just asked for, the wallet may have refused it before the money came: that it came is noted.
    """
    now = clock.now()
    soon = now + db.settings(Settings).retry_pause
    if await db.scalar(select(exists().where(Period.owner_id == user_id, Period.state == "asked"))):
        arrival = insert(MoneyArrival).values(owner_id=user_id, arrived_at=now)
        await db.execute(arrival.on_conflict_do_update(index_elements=["owner_id"], set_={"arrived_at": now}))
    is_later = or_(Subscription.retry_at.is_(None), Subscription.retry_at > soon)
    theirs = select(Subscription.id).where(Subscription.owner_id == user_id, Subscription.state == "unpaid", is_later)
    in_order = theirs.order_by(Subscription.id).with_for_update()
    mine = update(Subscription).where(Subscription.id.in_(in_order)).values(retry_at=soon)
    await db.execute(mine.execution_options(synchronize_session=False))


async def _note_try(db: UnitOfWork, subscription: Subscription, period: Period, now: datetime) -> None:
    settings = db.settings(Settings)
    assert subscription.unpaid_since is not None
    subscription.unpaid_tries += 1
    tries = (
        next_try(subscription.unpaid_since, now, settings.unpaid_days),
        subscription.retry_at,
        await _soon_after_money(db, period, now),
    )
    subscription.retry_at = min((at for at in tries if at is not None and at > now), default=None)
    emit(
        db,
        PeriodUnpaid(
            period_id=period.id,
            subscription_id=subscription.id,
            livestock_id=subscription.livestock_id,
            owner_id=subscription.owner_id,
            price=period.price,
            reason=period.refusal or "",
            tries=subscription.unpaid_tries,
            unpaid_since=subscription.unpaid_since,
            next_try_at=subscription.retry_at,
        ),
    )
    await blocks.place_if_due(db, subscription, source_id=period.id)


async def _soon_after_money(db: UnitOfWork, period: Period, now: datetime) -> datetime | None:
    """When to try again because money came after the price was asked for: perhaps after the wallet had refused it."""
    arrived = select(MoneyArrival.arrived_at).where(MoneyArrival.owner_id == period.owner_id)
    arrived_at: datetime | None = await db.scalar(arrived)
    if arrived_at is None or arrived_at < period.asked_at:
        return None
    return now + db.settings(Settings).retry_pause


async def _waive(db: UnitOfWork, period: Period) -> None:
    """The price of the period is not held and never will be: what was fed meanwhile costs nothing."""
    mine = update(Meal).where(Meal.period_id == period.id).execution_options(synchronize_session=False)
    await db.execute(mine.where(Meal.state.in_(WAITING)).values(state="void"))
    await db.execute(mine.where(Meal.state.in_(LOGGED)).values(price_minor=None, currency=None, charged_minor=0))


def _welfare(subscription: Subscription, version: PackageVersion) -> Opening | None:
    try:
        price = price_of(version, "daily", subscription.currency)
    except PriceMissing:
        return None
    anchor = subscription.anchor_at
    return Opening(
        subscription=subscription,
        version=version,
        price=price,
        cycle="daily",
        anchor_at=anchor,
        number=period_at(anchor, "daily", clock.now(), zone(subscription.time_zone)),
        kind="welfare",
    )
