"""Which days are compared, and when."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta

from sqlalchemy import func, select, update
from sqlalchemy.dialects.postgresql import insert

from amigok_chassis import clock
from amigok_chassis.unit_of_work import UnitOfWork
from payment.providers.protocol import Name
from payment.settlements.models import Day

AFTER_MIDNIGHT = timedelta(hours=3)
"""By then a day is over for every provider, and its last webhooks have come."""

AGAIN = timedelta(days=30)
"""How long a day that differs is compared again, once a day."""

RESERVATION = timedelta(minutes=30)


async def reserve(db: UnitOfWork, provider: Name, now: datetime) -> Sequence[date]:
    """Reserves the days that are due, so that no other worker settles them for a while. Each new day is added once."""
    last = await db.scalar(select(func.max(Day.day)).where(Day.provider == provider))
    over = (now - AFTER_MIDNIGHT).date() - timedelta(days=1)
    first = max(last + timedelta(days=1), over - AGAIN) if last else over
    fresh = [first + timedelta(days=n) for n in range((over - first).days + 1)]
    if fresh:
        rows = [{"provider": provider, "day": day, "next_run_at": now} for day in fresh]
        await db.execute(insert(Day).values(rows).on_conflict_do_nothing())
    due = select(Day.day).where(Day.provider == provider, Day.next_run_at <= now).with_for_update(skip_locked=True)
    reserved = update(Day).where(Day.provider == provider, Day.day.in_(due)).values(next_run_at=now + RESERVATION)
    return sorted((await db.scalars(reserved.returning(Day.day))).all())


async def plan(db: UnitOfWork, provider: Name, day: date, *, agreed: bool) -> None:
    """Plans the next comparison of a day: tomorrow, or never if it agreed or is too old."""
    now = clock.now()
    old = day < (now - AGAIN).date()
    tomorrow = datetime.combine(now.date() + timedelta(days=1), time(), UTC) + AFTER_MIDNIGHT
    again = None if agreed or old else tomorrow
    await db.execute(update(Day).where(Day.provider == provider, Day.day == day).values(next_run_at=again))
