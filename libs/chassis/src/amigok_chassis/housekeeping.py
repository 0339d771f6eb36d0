"""Jobs of every service: what was published, handled or answered long ago is deleted, in bounded batches."""

from collections.abc import Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from amigok_chassis import clock, idempotency, metrics
from amigok_chassis.service import Job, errand
from amigok_chassis.settings import Settings

if TYPE_CHECKING:
    from amigok_chassis.runtime import Runtime

BATCH = 5_000

_OLD = {
    "outbox": "DELETE FROM outbox WHERE position IN "
    "(SELECT position FROM outbox WHERE published_at < :before ORDER BY published_at LIMIT :batch)",
    "inbox": "DELETE FROM inbox WHERE (consumer, event_id) IN "
    "(SELECT consumer, event_id FROM inbox WHERE received_at < :before ORDER BY received_at LIMIT :batch)",
    "idempotency_keys": "DELETE FROM idempotency_keys WHERE (user_id, key) IN "
    "(SELECT user_id, key FROM idempotency_keys WHERE created_at < :before ORDER BY created_at LIMIT :batch)",
}
_AGE = text(
    "SELECT coalesce(extract(epoch FROM CAST(:now AS timestamptz) - min(occurred_at)), 0) "
    "FROM outbox WHERE published_at IS NULL"
)


def jobs(settings: Settings) -> Sequence[Job]:
    """The chassis's jobs, the same for every service."""
    ages = {
        "outbox": timedelta(hours=settings.outbox_retention_hours),
        "inbox": timedelta(days=settings.inbox_retention_days),
        "idempotency_keys": timedelta(days=idempotency.RETENTION_DAYS),
    }

    async def clean_up(db: AsyncSession) -> None:
        for table, age in ages.items():
            await db.execute(text(_OLD[table]), {"before": clock.now() - age, "batch": BATCH})

    return [Job("clean_up", 5, clean_up)]


@errand(seconds=5)
async def observe(runtime: "Runtime") -> None:
    """Sets the gauges. Every worker does, so that none goes on showing what was once."""
    async with runtime.db.unit_of_work() as session:
        metrics.UNPUBLISHED_AGE.set(float(await session.scalar(_AGE, {"now": clock.now()}) or 0))
        for gauge, question in runtime.service.gauges.items():
            gauge.set(await question(session))
