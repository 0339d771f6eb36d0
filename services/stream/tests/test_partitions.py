"""Tables in parts."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import asyncpg
import pytest

from amigok_chassis import clock
from amigok_chassis.testing import Rig, running
from stream.main import service
from stream.tables import Partitioned


@pytest.fixture
async def rig() -> AsyncIterator[Rig]:
    """Without parts."""
    async with running(service) as rig:
        yield rig


async def parts(rig: Rig) -> list[str]:
    rows = await rig.db.fetch(
        "SELECT child.relname FROM pg_inherits JOIN pg_class AS child ON child.oid = inhrelid "
        "WHERE inhparent = 'readings'::regclass ORDER BY 1"
    )
    return [row["relname"] for row in rows]


async def test_parts_are_made_ahead_and_dropped_when_they_are_over(rig: Rig) -> None:
    kept = Partitioned("readings", "day", keep=timedelta(days=2), ahead=timedelta(days=1))
    async with rig.db.unit_of_work() as db:
        await kept.maintain(db)
    now = clock.now()
    assert await parts(rig) == [kept.part(now + timedelta(days=days)) for days in (-2, -1, 0, 1)]
    shorter = Partitioned("readings", "day", keep=timedelta(), ahead=timedelta(days=1))
    async with rig.db.unit_of_work() as db:
        assert await shorter.maintain(db) == 2
        assert await shorter.maintain(db) == 0
    assert await parts(rig) == [kept.part(now), kept.part(now + timedelta(days=1))]


async def test_who_reads_the_table_for_long_keeps_nobody_from_writing(rig: Rig, outsider: asyncpg.Connection) -> None:
    kept = Partitioned("readings", "day", keep=timedelta(days=2), ahead=timedelta(days=1))
    async with rig.db.unit_of_work() as db:
        await kept.maintain(db)
    async with outsider.transaction():
        await outsider.execute("SELECT FROM readings")
        later = Partitioned("readings", "day", keep=timedelta(), ahead=timedelta(days=3))
        async with rig.db.unit_of_work() as db:
            assert await later.maintain(db) == 0
        await rig.db.fetch("INSERT INTO readings VALUES (gen_random_uuid(), $1, 1)", clock.now() + timedelta(days=3))
    assert len(await parts(rig)) == 6
    async with rig.db.unit_of_work() as db:
        assert await later.maintain(db) == 2


def test_months_follow_each_other_over_a_year() -> None:
    monthly = Partitioned("readings", "month", keep=timedelta(days=60))
    assert monthly.part(datetime(2026, 12, 31, 23, 59, tzinfo=UTC)) == "readings_2026_12_01"
    assert monthly._next(datetime(2026, 12, 1, tzinfo=UTC)) == datetime(2027, 1, 1, tzinfo=UTC)
