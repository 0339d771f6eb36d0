"""Pictures of live video, from a media server of the test's own that lists and serves a real segment."""

import asyncio
import time
from collections.abc import AsyncIterator
from datetime import timedelta
from email.utils import formatdate
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx
import pytest

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_contracts.stream_recordings import SnapshotTaken
from services.stream.tests.conftest import Yard
from services.stream.tests.footage import Barn, use, video
from services.stream.tests.test_releases import list_for_sale
from stream.recordings import ffmpeg
from stream.snapshots import service


class Media:
    """A media server with one segment for every session."""

    def __init__(self) -> None:
        self.segment, self.listed, self.asked = video("mpegts"), True, list[str]()
        self.waits = asyncio.Event()
        self.waits.set()
        self.is_asked = asyncio.Event()
        self.age = 0.0

    async def answer(self, request: httpx.Request) -> httpx.Response:
        self.asked.append(request.url.path)
        self.is_asked.set()
        await self.waits.wait()
        if request.url.path.startswith("/lists/"):
            text = "#EXTM3U\n#EXTINF:2.000,\n6.ts\n#EXTINF:3.000,\n7.ts\n"
            changed = {
                "Date": formatdate(usegmt=True),
                "Last-Modified": formatdate(time.time() - self.age, usegmt=True),
            }
            return httpx.Response(200 if self.listed else 404, text=text, headers=changed)
        assert request.url.path.endswith("/7.ts")
        assert set(request.url.params) == {"s", "e"}
        stamp = formatdate(time.time() - self.age, usegmt=True)
        return httpx.Response(200, content=self.segment, headers={"Last-Modified": stamp})


@pytest.fixture
async def media(yard: Yard) -> AsyncIterator[Media]:
    media = Media()
    plain = yard.rig.context.http
    yard.rig.context.http = httpx.AsyncClient(transport=httpx.MockTransport(media.answer))
    yield media
    yard.rig.context.http = plain


@pytest.fixture
async def barn(yard: Yard, tmp_path: Path) -> Barn:
    return await Barn.opened(yard, tmp_path)


async def take(barn: Barn, by: UUID | None = None, livestock_id: UUID | None = None, role: str = "investor") -> Any:
    path = f"streams/snapshot/{livestock_id or barn.livestock_id}"
    return await barn.yard.ask("POST", path, by=by or barn.yard.owner, role=role)


def code(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, answer.json().get("code", "")


async def test_the_newest_key_frame_becomes_a_picture_with_its_time(barn: Barn, media: Media) -> None:
    answer = await take(barn)
    assert answer.status_code == 201, answer.text
    shot = answer.json()
    assert (shot["camera_id"], shot["livestock_id"]) == (str(barn.camera_id), str(barn.livestock_id))
    picture = await barn.rig.http.get(shot["url"])
    assert (picture.headers["Content-Type"], len(picture.content)) == ("image/jpeg", shot["size"])
    assert picture.content[:2] == b"\xff\xd8"
    [taken] = await barn.rig.events(SnapshotTaken)
    assert timedelta(seconds=2) < clock.now() - taken.taken_at < timedelta(minutes=1)
    listed = await barn.yard.ask("GET", f"streams/livestock/{barn.livestock_id}/snapshots", by=barn.yard.owner)
    assert [each["id"] for each in listed.json()["items"]] == [shot["id"]]


async def test_within_seconds_everybody_gets_the_same_picture(barn: Barn, media: Media) -> None:
    first, second = (await take(barn)).json(), (await take(barn, barn.yard.admin, role="admin")).json()
    assert (first["id"], len(media.asked)) == (second["id"], 2)
    assert first["url"] != second["url"]


async def test_a_camera_that_sends_nothing_is_said_to_be_offline(barn: Barn, media: Media) -> None:
    alone, dark = await barn.yard.animal(), await barn.yard.animal()
    await barn.yard.place(alone, new_id())
    await barn.yard.place(dark, area := new_id())
    await barn.yard.camera(barn.machine, area_id=area)
    assert code(await take(barn, livestock_id=alone)) == (409, "no_camera")
    assert code(await take(barn, livestock_id=dark)) == (503, "camera_offline")
    media.segment = b"nonsense" * 1000
    assert code(await take(barn)) == (503, "camera_offline")
    assert code(await take(barn)) == (503, "camera_offline")
    assert await barn.rig.db.fetch("SELECT FROM snapshots") == []


async def test_only_so_many_are_taken_at_once(barn: Barn, media: Media) -> None:
    use(barn.rig, snapshots_at_once=1)
    media.waits.clear()
    first = asyncio.create_task(take(barn))
    await media.is_asked.wait()
    assert code(await take(barn)) == (503, "too_busy")
    media.waits.set()
    assert (await first).status_code == 201


async def test_no_picture_is_kept_of_an_animal_that_moved_away_meanwhile(barn: Barn, media: Media) -> None:
    media.waits.clear()
    taking = asyncio.create_task(take(barn))
    await media.is_asked.wait()
    await barn.yard.place(barn.livestock_id, new_id())
    media.waits.set()
    assert code(await taking) == (503, "camera_offline")
    assert await barn.rig.db.fetch("SELECT FROM snapshots") == []


async def test_who_may_not_see_the_animal_live_takes_no_picture(barn: Barn, media: Media) -> None:
    assert code(await take(barn, barn.yard.stranger)) == (404, "livestock_not_found")
    shot = (await take(barn)).json()
    await barn.yard.sell(barn.livestock_id, buyer := new_id())
    assert code(await take(barn)) == (403, "live_not_yours")
    assert (await barn.rig.http.get(shot["url"])).status_code == 200
    path = f"streams/livestock/{barn.livestock_id}/snapshots"
    assert (await barn.yard.ask("GET", path, by=buyer)).json()["items"] == []
    assert code(await take(barn, buyer)) == (503, "camera_offline")
    await barn.yard.rig.is_known(barn.yard.owner, status="deactivated")
    assert code(await barn.rig.http.get(shot["url"])) == (404, "snapshot_not_found")


async def test_a_snapshot_is_released_as_such(barn: Barn, media: Media) -> None:
    shot = (await take(barn)).json()
    path = f"streams/snapshots/{shot['id']}/release"
    for wanted in (path, f"streams/snapshots/{new_id()}/release"):
        assert code(await barn.yard.ask("POST", wanted, by=barn.yard.stranger)) == (404, "snapshot_not_found")
    assert (await barn.yard.ask("POST", path, by=barn.yard.owner)).status_code == 201
    await list_for_sale(barn.yard, barn.livestock_id)
    path = f"streams/livestock/{barn.livestock_id}/snapshots"
    listed = await barn.yard.ask("GET", path, by=barn.yard.stranger)
    assert [each["id"] for each in listed.json()["items"]] == [shot["id"]]


async def test_snapshots_go_when_their_time_is_over(barn: Barn, media: Media) -> None:
    await take(barn)
    clock.set_offset(timedelta(days=91))
    await barn.rig.run_job("remove_snapshots")
    clock.set_offset(timedelta())
    assert await barn.rig.db.fetch("SELECT FROM snapshots") == []
    assert len(await barn.rig.db.fetch("SELECT FROM erased_files")) == 1


async def test_a_picture_that_is_too_large_is_not_decoded(
    barn: Barn, media: Media, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ffmpeg, "MOST_PIXELS", 160 * 90 - 1)
    assert code(await take(barn)) == (503, "camera_offline")


async def test_a_segment_that_never_ends_is_given_up(barn: Barn) -> None:
    with pytest.raises(ffmpeg.TookTooLong):
        await ffmpeg.run(["sleep", "60"], seconds=0.2)
    assert service.PURPOSE
