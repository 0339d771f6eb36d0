"""Jobs of every service: what was published, handled or answered long ago is deleted, in bounded batches."""

from collections.abc import Sequence
from datetime import timedelta
from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import ColumnElement, Table, delete, select, text, tuple_
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute

from amigok_chassis import clock, idempotency, metrics
from amigok_chassis.consumer import inbox
from amigok_chassis.outbox import outbox
from amigok_chassis.proposals import service as proposals
from amigok_chassis.service import Job, errand
from amigok_chassis.settings import Settings

if TYPE_CHECKING:
    from amigok_chassis.runtime import Runtime

BATCH = 5_000

_AGE = text(
    "SELECT coalesce(extract(epoch FROM CAST(:now AS timestamptz) - min(occurred_at)), 0) "
    "FROM outbox WHERE published_at IS NULL"
)


async def forget(
    db: AsyncSession, time: ColumnElement[Any] | InstrumentedAttribute[Any], *, older_than: timedelta, most: int = 0
) -> None:
    """Deletes rows whose `time`, a column of their table, lies so long ago: the oldest `most`, or `BATCH`."""
    (table,) = select(time).get_final_froms()
    key = tuple_(*table.primary_key)
    old = select(*table.primary_key).where(time < clock.now() - older_than).order_by(time).limit(most or BATCH)
    await db.execute(delete(cast(Table, table)).where(key.in_(old)))


def jobs(settings: Settings) -> Sequence[Job]:
    """The chassis's jobs, the same for every service."""
    ages = (
        (outbox.c.published_at, timedelta(hours=settings.outbox_retention_hours)),
        (inbox.c.received_at, timedelta(days=settings.inbox_retention_days)),
        (idempotency.keys.c.created_at, timedelta(days=idempotency.RETENTION_DAYS)),
    )

    async def clean_up(db: AsyncSession) -> None:
        for time, age in ages:
            await forget(db, time, older_than=age)

    return [Job("clean_up", 5, clean_up)]


@errand(seconds=5)
async def observe(runtime: "Runtime") -> None:
    """Sets the gauges. Every worker does, so that none goes on showing what was once."""
    async with runtime.db.unit_of_work() as session:
        metrics.UNPUBLISHED_AGE.set(float(await session.scalar(_AGE, {"now": clock.now()}) or 0))
        if runtime.service.proposals:
            metrics.PROPOSALS_OPEN.set(await proposals.count_open(session))
        for gauge, question in runtime.service.gauges.items():
            gauge.set(await question(session))
