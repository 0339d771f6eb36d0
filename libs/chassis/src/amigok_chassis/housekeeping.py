"""Jobs and tasks of every service: old rows of the chassis's tables are deleted in bounded batches; gauges are set."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any, cast

from sqlalchemy import ColumnElement, Table, delete, select, text, tuple_
from sqlalchemy.orm import InstrumentedAttribute

from amigok_chassis import clock, idempotency, metrics
from amigok_chassis.context import Context
from amigok_chassis.inbox import inbox
from amigok_chassis.outbox import outbox
from amigok_chassis.proposals import service as proposals
from amigok_chassis.service import Job, Service, Task
from amigok_chassis.settings import Settings
from amigok_chassis.unit_of_work import UnitOfWork

BATCH = 5_000

_AGE = text(
    "SELECT coalesce(extract(epoch FROM CAST(:now AS timestamptz) - min(occurred_at)), 0) "
    "FROM outbox WHERE published_at IS NULL"
)


async def forget(
    db: UnitOfWork, time: ColumnElement[Any] | InstrumentedAttribute[Any], *, older_than: timedelta, most: int = 0
) -> None:
    """Deletes rows whose column `time` is older than that: at most the oldest `most`, or `BATCH`."""
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

    async def clean_up(db: UnitOfWork) -> None:
        for time, age in ages:
            await forget(db, time, older_than=age)

    return [Job("clean_up", 5, clean_up)]


def observe(service: Service) -> Task:
    """The task that sets the gauges. Every worker runs it, so that none shows old values."""

    async def observe(context: Context) -> None:
        async with context.db.unit_of_work() as session:
            metrics.UNPUBLISHED_AGE.set(float(await session.scalar(_AGE, {"now": clock.now()}) or 0))
            if service.proposals:
                metrics.PROPOSALS_OPEN.set(await proposals.count_open(session))
            for gauge, questions in service.gauges.items():
                gauge.set(sum([await question(session) for question in questions]))

    return Task("observe", 5, observe)
