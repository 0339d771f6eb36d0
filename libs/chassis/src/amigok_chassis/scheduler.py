"""Runs jobs by the chassis clock: each on one replica at a time, in one transaction, late rather than never."""

import asyncio
from collections.abc import Sequence
from datetime import timedelta

import structlog
from sqlalchemy import Column, DateTime, Integer, Table, Text, text

from amigok_chassis import clock, metrics, tracing
from amigok_chassis.db import Database
from amigok_chassis.service import Job
from amigok_chassis.tables import metadata

log = structlog.get_logger()

TICK_SECONDS = 0.25

scheduled_jobs = Table(
    "scheduled_jobs",
    metadata,
    Column("name", Text, primary_key=True),
    Column("next_run_at", DateTime(timezone=True), nullable=False),
    Column("last_run_at", DateTime(timezone=True)),
    Column("found", Integer),
)

_REGISTER = text("INSERT INTO scheduled_jobs (name, next_run_at) VALUES (:name, :now) ON CONFLICT DO NOTHING")
# A job whose last run lies in the future is due: the clock was moved back.
_IS_DUE = "(next_run_at <= {now} OR last_run_at > CAST({now} AS timestamptz) + interval '1 minute')"
_DUE = f"SELECT name FROM scheduled_jobs WHERE name = ANY($1) AND {_IS_DUE.format(now='$2')}"
_TAKE = text(
    f"SELECT name FROM scheduled_jobs WHERE name = :name AND {_IS_DUE.format(now=':now')} FOR UPDATE SKIP LOCKED"
)
_DONE = text("UPDATE scheduled_jobs SET next_run_at = :next, last_run_at = :now WHERE name = :name")
_FOUND = text("UPDATE scheduled_jobs SET found = :found WHERE name = :name")


class Scheduler:
    """Runs until it is cancelled."""

    def __init__(self, db: Database, jobs: Sequence[Job]) -> None:
        self._db = db
        self._jobs = {job.name: job for job in jobs}

    async def run(self) -> None:
        """Looks for due jobs several times a second until it is cancelled."""
        registered = False
        while True:
            try:
                if not registered:
                    await self._register()
                    registered = True
                await self._tick()
            except Exception as error:
                log.warning("scheduler.interrupted", error=repr(error))
                await asyncio.sleep(1)
            await asyncio.sleep(TICK_SECONDS)

    async def _register(self) -> None:
        async with self._db.engine.begin() as connection:
            for name in self._jobs:
                await connection.execute(_REGISTER, {"name": name, "now": clock.now()})

    async def _tick(self) -> None:
        for (name,) in await self._db.fetch(_DUE, list(self._jobs), clock.now()):
            with tracing.work(f"job {name}"):
                await self._run(self._jobs[name])

    async def _run(self, job: Job) -> None:
        try:
            await run_job(self._db, job)
        except Exception as error:
            metrics.JOB_FAILURES.labels(job.name).inc()
            log.error("job.failed", job=job.name, error=repr(error))
            tracing.mark_failed(error)
            await self._postpone(job)

    async def _postpone(self, job: Job) -> None:
        """A failed job waits for its next turn, so that it does not keep the others from theirs."""
        async with self._db.engine.begin() as connection:
            now = clock.now()
            after = now + timedelta(seconds=max(job.seconds, 1))
            await connection.execute(_DONE, {"name": job.name, "now": now, "next": after})


async def run_job(db: Database, job: Job) -> bool:
    """Runs a due job unless another replica is running it. Returns whether it ran."""
    async with db.unit_of_work() as session:
        now = clock.now()
        if (await session.execute(_TAKE, {"name": job.name, "now": now})).first() is None:
            return False
        found = await job.run(session)
        if found is not None:
            await session.execute(_FOUND, {"name": job.name, "found": found})
        after = now + timedelta(seconds=job.seconds)
        await session.execute(_DONE, {"name": job.name, "now": now, "next": after})
    return True
