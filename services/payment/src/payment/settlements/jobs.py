"""Fetching what moved at providers: reserve the days, commit, fetch, keep, compare.

A movement is kept once however often it is fetched, so that whoever dies in between, or does it twice, does no harm.
"""

from collections.abc import AsyncIterator, Sequence
from datetime import UTC, date, datetime, time, timedelta

import structlog
from sqlalchemy import func, select, update
from sqlalchemy.dialects.postgresql import insert

from amigok_chassis import clock
from amigok_chassis.context import Context
from amigok_chassis.db import Database
from amigok_chassis.money import CURRENCIES
from amigok_chassis.service import task
from amigok_chassis.unit_of_work import UnitOfWork
from payment.providers.registry import Providers, providers_of
from payment.providers.shape import Movement, Name, Provider, ProviderRefused, ProviderUnavailable
from payment.settlements import comparing
from payment.settlements.models import Day, MovementRow

log = structlog.get_logger()

AFTER_MIDNIGHT = timedelta(hours=3)
"""By then a day is over for every provider and its last webhooks have come."""

AGAIN = timedelta(days=30)
"""So long a day that differs is compared anew, once a day."""

RESERVATION = timedelta(minutes=30)
BATCH = 100


@task(60)
async def settle(context: Context) -> None:
    """Compares each day with each provider when it is over, and those days again that did not agree."""
    providers = providers_of(context)
    for provider in sorted(providers.names):
        async with context.db.unit_of_work() as db:
            days = await _reserved(db, provider, clock.now())
        try:
            await _settle(context.db, providers, provider, days)
        except (ProviderUnavailable, ProviderRefused) as error:
            log.error("settlement.postponed", provider=provider, error=repr(error))


async def _settle(db: Database, providers: Providers, provider: Name, days: Sequence[date]) -> None:
    if days:
        await _fetch(db, providers, provider, days)
    for day in days:
        async with db.unit_of_work() as session:
            agreed = await comparing.compare(session, provider, day)
            await _plan(session, provider, day, agreed=agreed)


async def _reserved(db: UnitOfWork, provider: Name, now: datetime) -> Sequence[date]:
    """The days that are due, for nobody else to settle for a while; the newest that is over is among them, once."""
    last = await db.scalar(select(func.max(Day.day)).where(Day.provider == provider))
    over = (now - AFTER_MIDNIGHT).date() - timedelta(days=1)
    first = max(last + timedelta(days=1), over - AGAIN) if last else over
    fresh = [first + timedelta(days=n) for n in range((over - first).days + 1)]
    if fresh:
        rows = [{"provider": provider, "day": day, "next_run_at": now} for day in fresh]
        await db.execute(insert(Day).values(rows).on_conflict_do_nothing())
    due = select(Day.day).where(Day.provider == provider, Day.next_run_at <= now).with_for_update(skip_locked=True)
    reserve = update(Day).where(Day.provider == provider, Day.day.in_(due)).values(next_run_at=now + RESERVATION)
    return sorted((await db.scalars(reserve.returning(Day.day))).all())


async def _plan(db: UnitOfWork, provider: Name, day: date, *, agreed: bool) -> None:
    now = clock.now()
    old = day < (now - AGAIN).date()
    again = None if agreed or old else datetime.combine(now.date() + timedelta(days=1), time(), UTC) + AFTER_MIDNIGHT
    await db.execute(update(Day).where(Day.provider == provider, Day.day == day).values(next_run_at=again))


async def _fetch(db: Database, providers: Providers, provider: Name, days: Sequence[date]) -> None:
    """Keeps what moved on these days and those beside them, and since yesterday: what was booked across midnight, or
    came back later, counts as well.
    """
    today = clock.now().date()
    wanted = {day + timedelta(days=n) for day in (*days, today) for n in (-1, 0, 1)}
    for day in sorted(day for day in wanted if day <= today):
        async for batch in _batches(providers, provider, day):
            async with db.unit_of_work() as session:
                await _keep(session, provider, batch)


async def _batches(providers: Providers, name: Name, day: date) -> AsyncIterator[list[Movement]]:
    """What moved on a day, a page at a time, each asked for by itself: a day may take longer than one call may."""
    movements = providers.module(name).movements(day)

    async def some(_: Provider) -> list[Movement]:
        batch: list[Movement] = []
        async for movement in movements:
            batch.append(movement)
            if len(batch) == BATCH:
                break
        return batch

    while batch := await providers.ask(name, some):
        yield batch


async def _keep(db: UnitOfWork, provider: Name, movements: Sequence[Movement]) -> None:
    rows = [
        {
            "provider": provider,
            "external_id": movement.external_id,
            "subject": movement.subject,
            "reference": movement.reference,
            "amount": movement.amount,
            "fee": movement.fee,
            "currency": movement.currency,
            "at": movement.at,
        }
        for movement in movements
        if movement.currency in CURRENCIES
    ]
    if len(rows) < len(movements):
        log.error("settlement.foreign_currency", provider=provider, movements=len(movements) - len(rows))
    if rows:
        await db.execute(insert(MovementRow).values(rows).on_conflict_do_nothing())
