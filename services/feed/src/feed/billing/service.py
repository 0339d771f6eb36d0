"""What the wallet answers about periods. Answers may come late, early or twice; the subscription is locked."""

from uuid import UUID

from sqlalchemy import update

from amigok_chassis import clock
from amigok_chassis.unit_of_work import UnitOfWork
from feed.billing import closing, unpaid
from feed.billing.closing import Total
from feed.meals.models import Correction
from feed.periods.machine import PERIODS
from feed.periods.models import Period
from feed.subscriptions.models import Subscription


async def hold_placed(db: UnitOfWork, period_id: UUID) -> None:
    """The price of a period is held. One that has ended meanwhile is settled now."""
    period = await _locked(db, period_id)
    if period is None or period.state != "asked":
        return
    period.state = PERIODS.follow("hold", period.state)
    if period.closed_at is not None:
        sums = await closing.totals(db, [period.id])
        closing.settle(db, period, sums.get(period.id, Total()))
        return
    subscription = await _subscription(db, period)
    if subscription.state == "unpaid":
        await unpaid.recover(db, subscription, period)
    subscription.retry_at = None


async def hold_refused(db: UnitOfWork, period_id: UUID, *, reason: str) -> None:
    """The price of a period is not held, and never will be."""
    period = await _locked(db, period_id)
    if period is not None and period.state == "asked":
        await unpaid.refuse(db, await _subscription(db, period), period, reason=reason)


async def paid(db: UnitOfWork, period_id: UUID) -> None:
    """What was fed of a period is captured or charged."""
    period = await _locked(db, period_id)
    if period is not None and period.state == "settling":
        closing.end(db, period, (await closing.totals(db, [period.id])).get(period.id, Total()))


async def corrected(db: UnitOfWork, correction_id: UUID) -> None:
    """The difference of a correction is charged or paid back."""
    mine = update(Correction).where(Correction.id == correction_id, Correction.settled_at.is_(None))
    await db.execute(mine.values(settled_at=clock.now()))


async def _locked(db: UnitOfWork, period_id: UUID) -> Period | None:
    return await db.get(Period, period_id, with_for_update=True, populate_existing=True)


async def _subscription(db: UnitOfWork, period: Period) -> Subscription:
    return await db.get_one(Subscription, period.subscription_id, populate_existing=True)
