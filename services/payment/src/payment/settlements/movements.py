"""Fetches what moved at providers. A movement is stored once, however often it is fetched."""

from collections.abc import AsyncIterator, Sequence
from datetime import date, timedelta

import structlog
from sqlalchemy.dialects.postgresql import insert

from amigok_chassis import clock
from amigok_chassis.context import Context
from amigok_chassis.money import CURRENCIES
from amigok_chassis.unit_of_work import UnitOfWork
from payment.providers.protocol import Movement, Name, Provider
from payment.providers.registry import Providers, providers_of
from payment.settlements.models import MovementRow

log = structlog.get_logger()

BATCH = 100


async def fetch(context: Context, provider: Name, days: Sequence[date]) -> None:
    """Stores what moved on these days and their neighbours, and since yesterday.

    Movements that were booked across midnight or came back later count as well. Raises ProviderUnavailable,
    ProviderRefused.
    """
    today = clock.now().date()
    wanted = {day + timedelta(days=n) for day in (*days, today) for n in (-1, 0, 1)}
    for day in sorted(day for day in wanted if day <= today):
        async for batch in _batches(providers_of(context), provider, day):
            async with context.db.unit_of_work() as db:
                await _store(db, provider, batch)


async def _batches(providers: Providers, name: Name, day: date) -> AsyncIterator[list[Movement]]:
    """Yields a day's movements page by page. Each page is a call of its own, because a whole day may take too long."""
    movements = providers.module(name).list_movements(day)

    async def some(_: Provider) -> list[Movement]:
        batch: list[Movement] = []
        async for movement in movements:
            batch.append(movement)
            if len(batch) == BATCH:
                break
        return batch

    while batch := await providers.ask(name, some):
        yield batch


async def _store(db: UnitOfWork, provider: Name, movements: Sequence[Movement]) -> None:
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
