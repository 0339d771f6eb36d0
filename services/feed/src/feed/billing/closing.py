"""Closes periods: what was fed of them is paid, the rest is the owner's again. Any number with a few statements."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select, text

from amigok_chassis import clock
from amigok_chassis.outbox import emit
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.feed import PeriodCaptureRequested, PeriodReleaseRequested, PeriodSettled, WelfareCharged
from amigok_contracts.money_requests import Share
from feed.meals import corrections
from feed.meals.models import Meal
from feed.periods.machine import LIVE, PERIODS
from feed.periods.models import Period

NOTHING_FED = "nothing_fed"
END = "end"
"""The reason of a period that ends when it was to end."""

_WELFARE_WORDS = "Basic feed ration"


@dataclass(frozen=True)
class Closing:
    """A period that ends at a time, and why. One that ends at its time keeps all of its meals."""

    period: Period
    at: datetime
    reason: str


@dataclass(frozen=True)
class Total:
    """What was fed of a period: how many meals, and what they come to in minor units."""

    fed: int = 0
    charged_minor: int = 0


async def close(db: UnitOfWork, closings: Sequence[Closing]) -> None:
    """Closes periods that are live, and asks the wallet for what was fed. The subscriptions are locked.

    A period whose price is not held yet waits for the wallet's answer if anything was fed of it.
    """
    if not closings:
        return
    await _lock(db, [each.period.id for each in closings])
    live = [each for each in closings if each.period.state in LIVE and each.period.closed_at is None]
    for each in live:
        period = each.period
        period.closed_at = max(period.starts_at, min(each.at, period.ends_at))
        period.close_reason = each.reason
    await db.flush()
    await cut(db, [each.period.id for each in live if each.reason != END])
    sums = await totals(db, [each.period.id for each in live])
    for each in live:
        settle(db, each.period, sums.get(each.period.id, Total()))


def settle(db: UnitOfWork, period: Period, total: Total) -> None:
    """Asks for what was fed of a closed period, once its price is held; gives the price back if nothing was fed."""
    if not total.charged_minor:
        _release(db, period, total)
    elif period.state == "open":
        period.charged_minor = total.charged_minor
        _take(db, period)


def end(db: UnitOfWork, period: Period, total: Total, *, action: str = "settle") -> None:
    """Notes that a period is paid, and publishes it."""
    period.state, period.settled_at = PERIODS.follow(action, period.state), clock.now()
    _tell(db, period, total)


async def totals(db: UnitOfWork, periods: Collection[UUID]) -> dict[UUID, Total]:
    """What was fed of each of these periods that has meals."""
    fed = func.count().filter(Meal.state.in_(["fed", "partly"]))
    query = select(Meal.period_id, fed, func.sum(Meal.charged_minor)).where(Meal.period_id.in_(periods))
    rows = await db.execute(query.group_by(Meal.period_id))
    return {period_id: Total(count, int(charged)) for period_id, count, charged in rows if period_id is not None}


_CUT = text("""
    UPDATE meals SET state = 'void' FROM periods
    WHERE period_id = periods.id AND periods.id = ANY(:periods)
        AND meals.state IN ('planned', 'missed') AND due_at >= closed_at
""")


async def cut(db: UnitOfWork, periods: Sequence[UUID]) -> None:
    """Takes from closed periods what was planned or fed after their end: it costs nothing."""
    if periods:
        await db.execute(_CUT, {"periods": list(periods)})
        fed_later = select(Meal.id).join(Period, Period.id == Meal.period_id)
        late = await db.scalars(fed_later.where(Period.id.in_(periods), Meal.fed_at >= Period.closed_at))
        await corrections.detach(db, late.all())


async def _lock(db: UnitOfWork, periods: Sequence[UUID]) -> None:
    """Waits for logs that are being recorded; those that come later find the periods closed."""
    await db.execute(select(Period.id).where(Period.id.in_(periods)).order_by(Period.id).with_for_update())


def _release(db: UnitOfWork, period: Period, total: Total) -> None:
    period.charged_minor = 0
    if period.kind == "package":
        emit(db, PeriodReleaseRequested(reference_id=period.id, payer_id=period.owner_id, reason=NOTHING_FED))
    end(db, period, total, action="release")


def _take(db: UnitOfWork, period: Period) -> None:
    shares = (Share(amount=period.charged),)
    if period.kind == "package":
        period.state = PERIODS.follow("capture", period.state)
        emit(db, PeriodCaptureRequested(reference_id=period.id, payer_id=period.owner_id, shares=shares))
        return
    period.state = PERIODS.follow("charge", period.state)
    charged = WelfareCharged(
        reference_id=period.id,
        payer_id=period.owner_id,
        shares=shares,
        description=_WELFARE_WORDS,
        livestock_id=period.livestock_id,
    )
    emit(db, charged)


def _tell(db: UnitOfWork, period: Period, total: Total) -> None:
    assert period.closed_at is not None
    assert period.close_reason is not None
    emit(
        db,
        PeriodSettled(
            period_id=period.id,
            subscription_id=period.subscription_id,
            livestock_id=period.livestock_id,
            owner_id=period.owner_id,
            kind=period.kind,
            price=period.price,
            charged=period.charged,
            planned_meals=period.planned_meals,
            fed_meals=total.fed,
            reason=period.close_reason,
            starts_at=period.starts_at,
            closed_at=period.closed_at,
        ),
    )
