"""Files are erased with the transaction that wants it, however often that is tried."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from toy.main import service as toy

from amigok_chassis import clock, files, metrics
from amigok_chassis.errors import NotFound
from amigok_chassis.testing import Rig, running

KEEPER = replace(toy, storage=True)
HOUR = timedelta(hours=1)


@pytest.fixture
async def rig() -> AsyncIterator[Rig]:
    async with running(KEEPER) as rig:
        yield rig
    clock.set_offset(timedelta())


async def is_there(rig: Rig, key: str) -> bool:
    try:
        await rig.context.storage.get(key)
    except NotFound:
        return False
    return True


async def planned(rig: Rig) -> int:
    return int((await rig.db.fetch("SELECT count(*) FROM erased_files"))[0][0])


async def test_an_object_is_erased_after_the_commit_and_nothing_is_left(rig: Rig) -> None:
    for key in ("photos/1", "photos/2", "photos/3"):
        await rig.context.storage.put(key, b"picture")
    async with rig.db.unit_of_work() as db:
        await files.erase(db, "photos/1", "photos/2", "photos/1")
        assert await is_there(rig, "photos/1")
    await rig.run_task("erase_file")
    assert [await is_there(rig, key) for key in ("photos/1", "photos/2", "photos/3")] == [False, False, True]
    assert await planned(rig) == 0


async def test_what_is_rolled_back_erases_nothing(rig: Rig) -> None:
    await rig.context.storage.put("photos/1", b"picture")

    async def erase_and_fail() -> None:
        async with rig.db.unit_of_work() as db:
            await files.erase(db, "photos/1")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        await erase_and_fail()
    await rig.run_task("erase_file")
    assert await is_there(rig, "photos/1")


async def test_erasing_an_object_that_is_not_there_has_no_effect(rig: Rig) -> None:
    async with rig.db.unit_of_work() as db:
        await files.erase(db, "photos/none")
        await files.erase(db)
    await rig.run_task("erase_file")
    assert await planned(rig) == 0


async def test_an_upload_that_was_kept_stays_and_one_that_was_not_is_erased(rig: Rig) -> None:
    async with rig.db.unit_of_work() as db:
        await files.erase(db, "photos/1", "photos/2", at=clock.now() + HOUR)
    for key in ("photos/1", "photos/2"):
        await rig.context.storage.put(key, b"picture")
    async with rig.db.unit_of_work() as db:
        assert await files.keep(db, "photos/1")
    clock.set_offset(HOUR)
    await rig.run_task("erase_file")
    assert [await is_there(rig, key) for key in ("photos/1", "photos/2")] == [True, False]


async def test_an_upload_that_took_too_long_is_not_kept(rig: Rig) -> None:
    async with rig.db.unit_of_work() as db:
        await files.erase(db, "photos/1", at=clock.now() + HOUR)
    clock.set_offset(HOUR - timedelta(seconds=30))
    async with rig.db.unit_of_work() as db:
        assert not await files.keep(db, "photos/1")
        assert not await files.keep(db, "photos/unknown")


async def test_the_earlier_of_two_erasures_counts(rig: Rig) -> None:
    await rig.context.storage.put("photos/1", b"picture")
    for at in (clock.now() + HOUR, clock.now(), clock.now() + HOUR):
        async with rig.db.unit_of_work() as db:
            await files.erase(db, "photos/1", at=at)
    await rig.run_task("erase_file")
    assert not await is_there(rig, "photos/1")


async def test_two_that_erase_the_same_objects_at_once_both_succeed(rig: Rig) -> None:
    async def erase(*keys: str) -> None:
        async with rig.db.unit_of_work() as db:
            await files.erase(db, *keys)
            await asyncio.sleep(0.05)

    await asyncio.gather(erase("a", "b"), erase("b", "a"), erase("b"))
    assert await planned(rig) == 2


async def test_a_storage_that_is_out_of_order_is_asked_again_and_the_row_is_stuck_then(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    async with running(KEEPER, storage_url=(tmp_path / "file" / "below").as_uri()) as rig:
        async with rig.db.unit_of_work() as db:
            await files.erase(db, "photos/1")
        for _ in range(8):
            await rig.run_task("erase_file")
            clock.set_offset(clock.offset() + HOUR)
        (stuck,) = rig.service.gauges[metrics.STUCK]
        async with rig.db.unit_of_work() as db:
            assert await stuck(db) == 1
        clock.set_offset(timedelta())


def test_only_a_service_that_keeps_objects_erases_them() -> None:
    assert [each.name for each in KEEPER.tasks] == ["erase_file"]
    assert toy.tasks == []
