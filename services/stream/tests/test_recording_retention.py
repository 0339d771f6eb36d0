"""How long recordings are kept, by whom, and what goes when the disk is nearly full."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from amigok_chassis import clock, files
from amigok_chassis.ids import new_id
from amigok_chassis.invariants import broken
from amigok_chassis.storage import Storage
from amigok_contracts.identity import UserDeleted
from amigok_contracts.stream_recordings import RecordingsRemoved, StorageLow, StorageRecovered
from services.stream.tests.conftest import Yard
from services.stream.tests.footage import Barn, began, use
from stream.main import service

DAY = timedelta(days=1)


@pytest.fixture
async def barn(yard: Yard, tmp_path: Path) -> AsyncIterator[Barn]:
    barn = await Barn.opened(yard, tmp_path)
    yield barn
    clock.set_offset(timedelta())
    async with yard.rig.db.reader() as db:
        assert await broken(db, [each for each in service.holds if each.name.startswith("recording")]) == []


async def there(barn: Barn) -> set[UUID]:
    return {UUID(each["id"]) for each in await barn.lists()}


async def removes(barn: Barn) -> set[UUID]:
    await barn.rig.run_job("remove_recordings")
    return await there(barn)


async def hold(barn: Barn, method: str, id: UUID, by: UUID, role: str, body: Any = None) -> tuple[int, str]:
    answer = await barn.yard.ask(method, f"staff/recordings/{id}/hold", body, by=by, role=role)
    return answer.status_code, answer.json()["code"] if answer.content else ""


async def keep(barn: Barn, method: str, id: UUID, by: UUID | None = None) -> int:
    return (await barn.yard.ask(method, f"streams/recordings/{id}/keep", by=by or barn.yard.owner)).status_code


async def test_recordings_go_by_their_class_and_it_is_said(barn: Barn) -> None:
    plain = [await barn.recorded(ago=days * DAY) for days in (2, 4, 5)]
    seen = [await barn.recorded(ago=days * DAY, detected=True) for days in (4, 15)]
    assert await removes(barn) == {plain[0], seen[0]}
    said = {each.recording_class: each for each in await barn.rig.events(RecordingsRemoved)}
    assert {name: (each.recordings, each.size, each.reason) for name, each in said.items()} == {
        "continuous": (2, 2000, "expired"),
        "detections": (1, 1000, "expired"),
    }
    rows = await barn.rig.db.fetch("SELECT key FROM erased_files")
    assert {row["key"] for row in rows} >= {f"recordings/{id}.mp4" for id in (*plain[1:], seen[1])}


async def test_a_detection_that_came_late_keeps_a_recording_longer(barn: Barn) -> None:
    id = await barn.recorded(ago=4 * DAY)
    await barn.detects(barn.livestock_id, clock.now() - 4 * DAY + timedelta(seconds=30))
    assert await removes(barn) == {id}
    assert [each["recording_class"] for each in await barn.lists()] == ["detections"]


async def test_what_an_owner_keeps_stays_until_they_let_it_go(barn: Barn) -> None:
    id = await barn.recorded(ago=4 * DAY)
    assert [await keep(barn, "PUT", id) for _ in range(2)] == [204, 204]
    assert await removes(barn) == {id}
    assert await keep(barn, "DELETE", id, by=barn.yard.stranger) == 404
    assert [await keep(barn, "DELETE", id) for _ in range(2)] == [204, 404]
    assert await removes(barn) == set()


async def test_nobody_keeps_more_than_a_few(barn: Barn) -> None:
    ids = [await barn.recorded(ago=timedelta(hours=number)) for number in range(1, 22)]
    assert [await keep(barn, "PUT", id) for id in ids] == [204] * 20 + [409]
    assert await keep(barn, "PUT", ids[0]) == 204


async def test_a_hold_by_staff_stays_whatever_owners_do_and_is_told_to_the_log(barn: Barn) -> None:
    id, yard = await barn.recorded(ago=4 * DAY), barn.yard
    elsewhere = await yard.rig.is_known(new_id(), role="farm_staff")
    claim = {"reason": "An insurance claim"}
    assert await hold(barn, "PUT", id, elsewhere, "farm_staff", claim) == (404, "recording_not_found")
    assert await hold(barn, "PUT", new_id(), yard.hand, "farm_staff", claim) == (404, "recording_not_found")
    assert (await hold(barn, "PUT", id, yard.hand, "farm_staff", {"reason": "x"}))[0] == 422
    assert await hold(barn, "PUT", id, yard.hand, "farm_staff", claim) == (204, "")
    assert [await keep(barn, method, id) for method in ("PUT", "DELETE")] == [204, 204]
    assert await removes(barn) == {id}
    assert await hold(barn, "DELETE", id, yard.admin, "admin") == (204, "")
    assert await hold(barn, "DELETE", id, yard.admin, "admin") == (404, "recording_not_found")
    assert await removes(barn) == set()
    told = [(entry["action"], entry["after"].get("reason")) for entry in await yard.rig.told()]
    assert told == [("recording.held", "An insurance claim"), ("recording.let_go", None)]


async def test_what_a_deleted_user_kept_goes_with_the_others(barn: Barn) -> None:
    id = await barn.recorded(ago=4 * DAY)
    await keep(barn, "PUT", id)
    await barn.rig.deliver(UserDeleted(user_id=barn.yard.owner, role="investor", status="deleted"))
    await barn.rig.run_job("remove_recordings")
    assert await barn.rig.db.fetch("SELECT FROM recordings") == []
    assert id


async def test_a_disk_that_is_nearly_full_loses_the_oldest_continuous_recordings(
    barn: Barn, monkeypatch: pytest.MonkeyPatch
) -> None:
    use(barn.rig, storage_least_free=10_000, spool=Path("/nowhere"))
    oldest, second, third = [await barn.recorded(ago=timedelta(hours=hours), size=1500) for hours in (9, 8, 7)]
    kept, seen = await barn.recorded(ago=DAY), await barn.recorded(ago=DAY, detected=True)
    await keep(barn, "PUT", kept)
    monkeypatch.setattr(Storage, "disk", lambda _: (9_000, 10**6))
    for _ in range(2):
        await barn.rig.run_task("watch_room")
    assert await there(barn) == {third, kept, seen}
    [low] = await barn.rig.events(StorageLow)
    assert (low.place, low.free, low.least) == ("recordings", 9_000, 10_000)
    [gone] = await barn.rig.events(RecordingsRemoved)
    assert (gone.reason, gone.recordings) == ("storage_low", 2)
    for free, recovered in ((10_500, 0), (11_000, 1), (11_000, 1)):
        monkeypatch.setattr(Storage, "disk", lambda _, free=free: (free, 10**6))
        await barn.rig.run_task("watch_room")
        assert len(await barn.rig.events(StorageRecovered)) == recovered
    assert oldest != second


@pytest.mark.parametrize(("size", "lost"), [(40_000, 0), (95_000, 1)])
async def test_on_a_small_disk_less_has_to_be_free(
    barn: Barn, monkeypatch: pytest.MonkeyPatch, size: int, lost: int
) -> None:
    use(barn.rig, storage_least_free=10_000, spool=Path("/nowhere"))
    await barn.recorded(ago=timedelta(hours=9))
    monkeypatch.setattr(Storage, "disk", lambda _: (9_000, size))
    await barn.rig.run_task("watch_room")
    assert len(await there(barn)) == 1 - lost


async def test_a_spool_that_is_nearly_full_is_said_and_nothing_is_removed(barn: Barn) -> None:
    id = await barn.recorded(ago=DAY)
    use(barn.rig, storage_least_free=2**62, storage_least_share=1.0)
    await barn.rig.run_task("watch_room")
    assert [each.place for each in await barn.rig.events(StorageLow)] == ["spool"]
    assert await there(barn) == {id}


async def test_removing_leaves_no_file_behind(barn: Barn) -> None:
    part = barn.leaves()
    await barn.stores()
    [id] = await there(barn)
    clock.set_offset(4 * DAY)
    await barn.rig.run_job("remove_recordings")
    await barn.rig.run_task("erase_file")
    for kind in ("mp4", "jpg"):
        with pytest.raises(Exception, match="no such object"):
            await barn.rig.context.storage.get(f"recordings/{id}.{kind}")
    assert began(part)
    assert files.MARGIN
