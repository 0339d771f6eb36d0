"""How a day of very many events becomes files."""

import asyncio
from datetime import date, timedelta

import pytest

from amigok_chassis import clock
from amigok_chassis.patience import until
from amigok_chassis.testing import Rig
from analytics.archives import files
from analytics.archives import service as archives

FILL = """
    INSERT INTO arrivals (event_id, type, major, source, subject, occurred_at, arrived_at, day, correlation_id,
        causation_id, data)
    SELECT gen_random_uuid(), 'x', 1, 'x', 'x', now(), now(), $1, '', '',
        (SELECT string_agg(md5(random()::text || number || part), '') FROM generate_series(1, 400) AS part)
    FROM generate_series(1, 4500) AS number
"""
DAY = "SELECT id, day, count, last_position, parts, sealed_at FROM archive_days"


async def test_a_day_whose_sealing_was_interrupted_goes_on_after_its_last_file(rig: Rig) -> None:
    today: date = clock.now().date()
    await rig.db.fetch(FILL, today)
    clock.set_offset(timedelta(days=1, minutes=10))
    await rig.run_job("end_days")

    async def has_a_part() -> bool:
        return bool((await rig.db.fetch(DAY))[0]["parts"])

    [day] = await rig.db.fetch(DAY)
    sealing = asyncio.ensure_future(archives.seal_day.step(rig.context, day["id"]))
    await until(has_a_part)
    sealing.cancel()
    with pytest.raises(asyncio.CancelledError):
        await sealing

    storage, key = rig.context.storage, files.key(today, 1)
    written = await storage.get(key)
    await storage.put(key, b"as it is")
    await archives.seal_day.step(rig.context, day["id"])
    assert await storage.get(key) == b"as it is"
    await storage.put(key, written)

    [day] = await rig.db.fetch(DAY)
    assert (day["sealed_at"] is not None, day["count"], len(day["parts"])) == (True, 4500, 2)
    found = [each["position"] async for some in archives.all_events(rig.context, until=10**9) for each in some]
    assert len(found) == len(set(found)) == 4500
