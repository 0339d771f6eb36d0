"""Parts of videos become recordings: once each, by the camera's rule, and through crashes."""

import json
import os
import subprocess
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from amigok_chassis import clock
from amigok_chassis.errors import Unavailable
from amigok_chassis.ids import new_id
from amigok_chassis.invariants import broken
from amigok_chassis.storage import Storage
from amigok_contracts.stream_recordings import RecordingStored, RecordingUnreadable
from services.stream.tests.conftest import Yard
from services.stream.tests.footage import HEADERS, Barn, began, use, video
from stream.main import service
from stream.recordings import ffmpeg, storing


@pytest.fixture
async def barn(yard: Yard, tmp_path: Path) -> AsyncIterator[Barn]:
    barn = await Barn.opened(yard, tmp_path)
    yield barn
    clock.set_offset(timedelta())
    async with yard.rig.db.reader() as db:
        assert await broken(db, [each for each in service.holds if each.name.startswith("recording")]) == []


async def fetched(barn: Barn, item: dict[str, Any]) -> bytes:
    link = await barn.yard.ask("GET", f"streams/recordings/{item['id']}/play", by=barn.yard.owner)
    return (await barn.rig.http.get(link.json()["url"])).content


def probed(path: Path) -> Any:
    shown = ["-show_entries", "stream=codec_name:format=duration", "-of", "json", str(path)]
    return json.loads(subprocess.run(["ffprobe", "-v", "error", *shown], check=True, capture_output=True).stdout)


async def test_a_part_becomes_a_recording_that_plays_as_long(barn: Barn, tmp_path: Path) -> None:
    part = barn.leaves()
    await barn.stores()
    [item] = await barn.lists()
    assert barn.left() == []
    assert (item["started_at"][:19], item["recording_class"]) == (began(part).isoformat()[:19], "continuous")
    assert item["duration"] == pytest.approx(3, abs=0.3)
    path = tmp_path / "got.mp4"
    path.write_bytes(await fetched(barn, item))
    told = probed(path)
    assert [stream["codec_name"] for stream in told["streams"]] == ["h264", "aac"]
    assert float(told["format"]["duration"]) == pytest.approx(3, abs=0.3)
    content = path.read_bytes()
    assert content.index(b"moov") < content.index(b"mdat")
    thumbnail = await barn.rig.http.get(item["thumbnail_url"])
    assert (thumbnail.headers["Content-Type"], thumbnail.content[:2]) == ("image/jpeg", b"\xff\xd8")
    [stored] = await barn.rig.events(RecordingStored)
    assert (str(stored.recording_id), stored.camera_id) == (item["id"], barn.camera_id)


async def test_a_part_that_still_grows_is_left_alone_until_its_session_has_gone_on_or_ended(barn: Barn) -> None:
    over = await barn.session(barn.camera_id, "ended")
    barn.leaves(ago=300, quiet=0)
    growing = barn.leaves(ago=100, quiet=0)
    barn.leaves(ago=50, quiet=0, session_id=over)
    await barn.stores()
    assert (barn.left(), len(await barn.lists())) == ([growing.name], 2)


async def test_what_is_no_part_is_left_alone(barn: Barn, tmp_path: Path) -> None:
    (tmp_path / "notes.flv").write_bytes(video("flv"))
    (tmp_path / f"{barn.session_id}-12.flv").symlink_to("/etc/hostname")
    await barn.stores()
    assert (len(barn.left()), await barn.lists()) == (2, [])


@pytest.mark.parametrize(
    ("content", "reason"), [(b"", "empty"), (b"FLV\x01 and nonsense" * 90, "corrupt")], ids=["empty", "nonsense"]
)
async def test_a_part_that_cannot_be_read_is_set_aside_and_said_once(barn: Barn, content: bytes, reason: str) -> None:
    bad = barn.leaves(content, ago=300)
    barn.leaves(ago=200)
    for _ in range(2):
        await barn.stores()
    assert (barn.left(), barn.aside(), len(await barn.lists())) == ([], [bad.name], 1)
    [said] = await barn.rig.events(RecordingUnreadable)
    assert (said.reason, said.camera_id, said.session_id) == (reason, barn.camera_id, barn.session_id)


async def test_a_part_whose_pictures_are_too_large_is_set_aside(barn: Barn, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ffmpeg, "MOST_PIXELS", 160 * 90 - 1)
    part = barn.leaves()
    await barn.stores()
    assert (barn.aside(), await barn.lists()) == ([part.name], [])


async def test_a_part_that_ended_before_its_first_picture_is_no_failure(barn: Barn) -> None:
    barn.leaves(HEADERS, ago=200)
    await barn.stores()
    assert (barn.left(), barn.aside(), await barn.lists()) == ([], [], [])
    assert await barn.rig.events(RecordingUnreadable) == []


async def test_a_part_that_was_cut_off_is_stored_as_far_as_it_goes(barn: Barn) -> None:
    whole = video("flv")
    barn.leaves(whole[: len(whole) * 2 // 3])
    await barn.stores()
    [item] = await barn.lists()
    assert 0 < item["duration"] < 3


async def test_an_unknown_session_is_waited_for_and_then_set_aside(barn: Barn) -> None:
    fresh = barn.leaves(session_id=new_id())
    old = barn.leaves(session_id=new_id(), quiet=700)
    await barn.stores()
    assert (barn.left(), barn.aside()) == ([fresh.name], [old.name])


async def test_a_camera_that_records_nothing_leaves_nothing(yard: Yard, tmp_path: Path) -> None:
    barn = await Barn.opened(yard, tmp_path, rule="off")
    barn.leaves()
    await barn.stores()
    assert (barn.left(), await barn.lists()) == ([], [])


async def test_what_operators_put_beside_parts_set_aside_stops_nothing(barn: Barn, tmp_path: Path) -> None:
    (theirs := tmp_path / "aside" / "looked at").mkdir(parents=True)
    os.utime(theirs, (0, 0))
    barn.leaves()
    await barn.stores()
    assert (theirs.is_dir(), len(await barn.lists())) == (True, 1)


async def test_a_part_belongs_to_the_farm_where_it_was_recorded(barn: Barn) -> None:
    """Its device may have moved before the part is stored."""
    there = await barn.yard.farm(new_id(), staff=[])
    theirs = await barn.yard.animal(farm_id=there)
    barn.leaves()
    device = await barn.yard.as_admin("GET", f"admin/jetson/devices/{barn.machine.id}")
    body = {"name": "Moved", "farm_id": str(there), "capabilities": [], "version": device.json()["version"]}
    assert (await barn.yard.as_admin("PUT", f"admin/jetson/devices/{barn.machine.id}", body)).status_code == 200
    await barn.yard.as_admin(
        "POST", f"admin/cameras/{barn.camera_id}/assign-livestock", {"livestock_ids": [str(theirs)]}
    )
    await barn.stores()
    [stored] = await barn.rig.events(RecordingStored)
    assert (stored.farm_id, stored.camera_id) == (barn.yard.farm_id, barn.camera_id)
    assert await barn.rig.db.fetch("SELECT FROM recording_animals") == []


async def test_by_detections_only_parts_are_kept_in_which_animals_were_detected(yard: Yard, tmp_path: Path) -> None:
    barn = await Barn.opened(yard, tmp_path, rule="detections")
    seen, _, early = barn.leaves(ago=300, quiet=290), barn.leaves(ago=200, quiet=190), barn.leaves(ago=40, quiet=30)
    await barn.detects(barn.livestock_id, began(seen) + timedelta(seconds=1))
    await barn.stores()
    [item] = await barn.lists(query="?detected=true")
    assert (item["started_at"][:19], item["recording_class"]) == (began(seen).isoformat()[:19], "detections")
    assert barn.left() == [early.name]


async def test_detections_that_come_late_are_found_when_they_have_had_time(barn: Barn) -> None:
    stray = await barn.yard.animal(barn.yard.stranger)
    part = barn.leaves(ago=50, quiet=40)
    await barn.stores()
    clock.set_offset(timedelta(seconds=60))
    await barn.detects(stray, began(part) + timedelta(seconds=2))
    await barn.rig.run_job("judge_recordings")
    assert [item["recording_class"] for item in await barn.lists()] == ["detections"]
    assert await barn.lists(query="?detected=true") == []
    answer = await barn.yard.ask("GET", f"streams/livestock/{stray}/recordings", by=barn.yard.stranger)
    assert [item["detected"] for item in answer.json()["items"]] == [True]


# Where a worker can die: before each, and so after the one before.
STEPS = (
    "stream.recordings.storing.ffmpeg.remux",
    "stream.recordings.storing.files.erase",
    "stream.recordings.storing.indexing.store",
    "stream.recordings.storing.files.keep",
    "stream.recordings.storing.claims.done",
    "amigok_chassis.storage.Storage.put_file",
    "pathlib.Path.unlink",
)


class Killed(BaseException):
    """The worker is killed."""


async def test_a_worker_that_is_killed_at_each_step_loses_nothing_and_stores_nothing_twice(
    barn: Barn, monkeypatch: pytest.MonkeyPatch
) -> None:
    barn.leaves()
    for step in STEPS:
        with monkeypatch.context() as patch:
            patch.setattr(step, _dying)
            with pytest.raises(Killed):
                await again(barn)
    await again(barn)
    [item] = await barn.lists()
    assert (barn.left(), len(await fetched(barn, item))) == ([], item["size"])
    assert len(await barn.rig.events(RecordingStored)) == 1
    assert await barn.rig.db.fetch("SELECT FROM recording_parts") == []


def _dying(*_: object, **__: object) -> None:
    raise Killed


async def again(barn: Barn) -> None:
    """Has the parts stored whose lease a dead worker has, or that were postponed."""
    await barn.rig.db.fetch("UPDATE recording_parts SET leased_until = now()")
    await barn.stores()


async def test_what_was_put_and_not_indexed_is_erased(barn: Barn, monkeypatch: pytest.MonkeyPatch) -> None:
    barn.leaves()
    with monkeypatch.context() as patch:
        patch.setattr("stream.recordings.storing.indexing.store", _dying)
        with pytest.raises(Killed):
            await barn.stores()
    planned = await barn.rig.db.fetch("SELECT key FROM erased_files ORDER BY key")
    assert [row["key"].rpartition(".")[2] for row in planned] == ["jpg", "mp4"]
    clock.set_offset(timedelta(hours=2))
    await barn.rig.run_task("erase_file")
    clock.set_offset(timedelta())
    assert await barn.rig.db.fetch("SELECT FROM erased_files") == []


async def test_two_workers_store_a_part_once(barn: Barn) -> None:
    barn.leaves()
    [part] = storing.spool.parts(barn.spool)
    assert await storing.claims.take(barn.rig.db, part) is not None
    await barn.stores()
    assert (await barn.lists(), len(barn.left())) == ([], 1)
    await again(barn)
    assert len(await barn.lists()) == 1


async def test_ffmpeg_that_hangs_is_ended_and_the_part_set_aside_at_last(
    barn: Barn, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    use(barn.rig, recording_limit=timedelta(seconds=1))
    hanging = tmp_path / "bin" / "ffmpeg"
    hanging.parent.mkdir()
    hanging.write_text(f"#!/bin/sh\nsleep 600 & echo $! >> {tmp_path}/pids\nwait\n")
    hanging.chmod(0o755)
    bad = barn.leaves()
    with monkeypatch.context() as patch:
        patch.setenv("PATH", str(hanging.parent), prepend=":")
        for _ in range(3):
            await again(barn)
    assert (barn.left(), barn.aside()) == ([], [bad.name])
    assert [said.reason for said in await barn.rig.events(RecordingUnreadable)] == ["took_too_long"]
    pids = (tmp_path / "pids").read_text().split()
    assert len(pids) == 3
    assert not any(_lives(pid) for pid in pids)


def _lives(pid: str) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().split()[2] != "Z"
    except FileNotFoundError:
        return False


async def test_a_storage_that_is_full_leaves_nothing_half_indexed(barn: Barn, monkeypatch: pytest.MonkeyPatch) -> None:
    barn.leaves()

    async def full(*_: object) -> None:
        raise Unavailable

    with monkeypatch.context() as patch:
        patch.setattr(Storage, "put_file", full)
        await barn.stores()
    assert (await barn.lists(), len(barn.left()), barn.aside()) == ([], 1, [])
    assert list((barn.spool / "making").iterdir()) == []
    await again(barn)
    assert len(await barn.lists()) == 1


async def test_animals_that_a_camera_was_to_show_are_in_its_recordings(barn: Barn) -> None:
    by_hand, elsewhere = await barn.yard.animal(), await barn.yard.animal()
    async with barn.rig.db.unit_of_work() as db:
        await db.execute(
            text("INSERT INTO camera_animals VALUES (:camera_id, :livestock_id, now(), :by)"),
            {"camera_id": barn.camera_id, "livestock_id": by_hand, "by": new_id()},
        )
    barn.leaves()
    await barn.stores()
    for livestock_id, number in ((by_hand, 1), (barn.livestock_id, 1), (elsewhere, 0)):
        answer = await barn.yard.ask("GET", f"streams/livestock/{livestock_id}/recordings", by=barn.yard.owner)
        assert len(answer.json()["items"]) == number
