"""What time triggers: once among replicas, late rather than never, and never in each other's way."""

import asyncio
from datetime import timedelta

import pytest
from toy.models import Note

from amigok_chassis import clock, housekeeping, metrics
from amigok_chassis.ids import new_id
from amigok_chassis.invariants import Broken, Holds
from amigok_chassis.patience import until
from amigok_chassis.scheduler import Scheduler, run_job
from amigok_chassis.service import Job, Noun, Service, every
from amigok_chassis.settings import Settings
from amigok_chassis.testing import Rig
from amigok_chassis.unit_of_work import UnitOfWork


async def mark(db: UnitOfWork, what: str) -> None:
    db.add(Note(note_id=new_id(), number=0, text=what))
    await db.flush()


async def marks(rig: Rig, what: str) -> int:
    return int((await rig.db.fetch("SELECT count(*) FROM notes WHERE text = $1", what))[0][0])


async def scheduled(rig: Rig, *jobs: Job) -> list[asyncio.Task[None]]:
    """Two schedulers at once, as in two replicas."""
    return [asyncio.create_task(Scheduler(rig.db, jobs).run()) for _ in range(2)]


async def ended(tasks: list[asyncio.Task[None]]) -> None:
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


async def test_two_schedulers_run_a_due_job_once(rig: Rig) -> None:
    @every(3600)
    async def hourly(db: UnitOfWork) -> None:
        await asyncio.sleep(0.3)
        await mark(db, "hourly")

    tasks = await scheduled(rig, hourly)
    await until(lambda: marks(rig, "hourly"))
    await asyncio.sleep(0.6)
    await ended(tasks)
    assert await marks(rig, "hourly") == 1


async def test_of_many_that_run_a_due_job_at_once_one_does(rig: Rig) -> None:
    @every(3600)
    async def hourly(db: UnitOfWork) -> None:
        await mark(db, "hourly")

    await rig.db.fetch("INSERT INTO scheduled_jobs (name, next_run_at) VALUES ('hourly', $1)", clock.now())
    assert sum(await asyncio.gather(*(run_job(rig.db, hourly) for _ in range(20)))) == 1
    assert await marks(rig, "hourly") == 1


async def test_a_failing_job_does_not_keep_the_others_from_running_and_changes_nothing(rig: Rig) -> None:
    @every(0.1)
    async def a_failing(db: UnitOfWork) -> None:
        await mark(db, "failed")
        raise RuntimeError("a defect")

    @every(0.1)
    async def fine(db: UnitOfWork) -> None:
        await mark(db, "fine")

    tasks = await scheduled(rig, a_failing, fine)

    async def often() -> bool:
        return await marks(rig, "fine") >= 3

    await until(often)
    await ended(tasks)
    assert await marks(rig, "failed") == 0


async def test_jobs_run_again_after_the_clock_was_moved_forward_and_back(rig: Rig) -> None:
    @every(3600)
    async def hourly(db: UnitOfWork) -> None:
        await mark(db, "hourly")

    await rig.db.fetch("INSERT INTO scheduled_jobs (name, next_run_at) VALUES ('hourly', $1)", clock.now())
    clock.set_offset(timedelta(days=30))
    try:
        assert await run_job(rig.db, hourly)
        assert not await run_job(rig.db, hourly)
    finally:
        clock.set_offset(timedelta())
    assert await run_job(rig.db, hourly)
    assert not await run_job(rig.db, hourly)


async def gauge(service: Service, rig: Rig) -> float:
    await housekeeping.observe(service).run(rig.context)
    return metrics.DIFFERENCES.collect()[0].samples[0].value


async def test_what_breaks_an_invariant_raises_the_gauge_of_every_worker_until_the_next_proof(rig: Rig) -> None:
    told: list[Broken] = []

    async def tell(db: UnitOfWork, found: list[Broken]) -> int:
        told.extend(found)
        return 10

    unsold = Holds("notes_are_short", "SELECT note_id AS id, 9 AS expected, length(text) AS found FROM notes")
    service = Service("toy", [Noun(invariants=[unsold], proven=tell)])
    (prove,) = service.jobs
    assert await gauge(service, rig) == 0
    async with rig.db.unit_of_work() as db:
        await mark(db, "far too long")
    await rig.db.fetch("INSERT INTO scheduled_jobs (name, next_run_at) VALUES ('prove_invariants', $1)", clock.now())
    assert await run_job(rig.db, prove)
    assert [(each.name, each.found) for each in told] == [("notes_are_short", 12)]
    assert await gauge(service, rig) == 11
    await rig.db.fetch("DELETE FROM notes")
    assert not await run_job(rig.db, prove)
    await rig.db.fetch("UPDATE scheduled_jobs SET next_run_at = $1", clock.now())
    assert await run_job(rig.db, prove)
    assert await gauge(service, rig) == 10


def test_a_service_without_invariants_proves_nothing() -> None:
    assert Service("toy", [Noun()]).jobs == []
    assert metrics.DIFFERENCES not in Service("toy", [Noun()]).gauges


async def test_housekeeping_deletes_only_what_is_old_in_bounded_batches(
    rig: Rig, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(housekeeping, "BATCH", 10)
    settings = Settings(outbox_retention_hours=24, inbox_retention_days=60)
    clean_up = next(job for job in housekeeping.jobs(settings) if job.name == "clean_up")
    now = clock.now()
    for days, count in ((0, 3), (100, 25)):
        at = now - timedelta(days=days)
        for _ in range(count):
            await rig.db.fetch("INSERT INTO inbox VALUES ('c', $1, $2)", new_id(), at)
            await rig.db.fetch("INSERT INTO idempotency_keys VALUES ($1, 'k', 'f', 201, '{}', $2)", new_id(), at)
            for published in (at, None):
                await rig.db.fetch(
                    "INSERT INTO outbox (id, bucket, type, version, subject, data, traceparent, correlation_id,"
                    " causation_id, occurred_at, published_at) VALUES ($1, 0, 't', 1, 's', '{}', '', '', '', $2, $3)",
                    new_id(),
                    at,
                    published,
                )

    async def left() -> tuple[int, ...]:
        tables = ("inbox", "idempotency_keys", "outbox")
        return tuple([(await rig.db.fetch(f"SELECT count(*) FROM {table}"))[0][0] for table in tables])

    assert await left() == (28, 28, 56)
    expected = [(18, 18, 46), (8, 8, 36), (3, 3, 31), (3, 3, 31)]
    for counts in expected:
        async with rig.db.unit_of_work() as session:
            await clean_up.run(session)
        assert await left() == counts
    assert (await rig.db.fetch("SELECT count(*) FROM outbox WHERE published_at IS NULL"))[0][0] == 28
