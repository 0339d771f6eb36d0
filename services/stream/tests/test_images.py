"""Pictures of detections."""

import asyncio
import struct
from datetime import timedelta
from typing import Any
from uuid import UUID
from zlib import compress, crc32

import httpx
import pytest

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_contracts.farm import LivestockMoved
from services.stream.tests.conftest import Yard
from services.stream.tests.machines import Machine
from services.stream.tests.seeing import seen, send


def chunk(kind: bytes, content: bytes = b"") -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", crc32(kind + content))


HEAD = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
END = chunk(b"IDAT", compress(bytes(2))) + chunk(b"IEND")
PICTURE, WITH_PLACE = HEAD + END, HEAD + chunk(b"tEXt", b"GPS\x0038.4 27.2") + END


class Camera:
    def __init__(self, yard: Yard, machine: Machine, id: UUID, sheep: UUID) -> None:
        self.yard, self.machine, self.id, self.sheep = yard, machine, id, sheep
        self.detection = seen(id, sheep, image=True)

    async def path(self) -> str:
        [item] = (await send(self.machine, self.detection)).json()["items"]
        return str(item["image_path"])

    async def put(self, path: str, picture: bytes) -> httpx.Response:
        return await self.yard.rig.http.put(path, content=picture)

    async def shown(self) -> Any:
        answer = await self.yard.ask("GET", f"livestock/{self.sheep}/detection-history", by=self.yard.owner)
        return answer.json()["items"][0]["image_path"]


@pytest.fixture
async def camera(yard: Yard) -> Camera:
    machine = await yard.machine()
    return Camera(yard, machine, await yard.camera(machine), await yard.animal())


async def test_a_picture_is_stored_without_metadata_and_shown_to_the_owner(camera: Camera) -> None:
    path = await camera.path()
    assert await camera.shown() is None
    assert (await camera.put(path, WITH_PLACE)).status_code == 204
    shown = await camera.yard.rig.http.get(await camera.shown())
    assert (shown.status_code, shown.content, shown.headers["content-type"]) == (200, PICTURE, "image/png")


async def test_a_picture_is_stored_once(camera: Camera) -> None:
    path = await camera.path()
    answers = await asyncio.gather(*(camera.put(path, PICTURE) for _ in range(3)))
    assert sorted(answer.status_code for answer in answers) == [204, 409, 409]
    assert (await camera.put(path, PICTURE)).json()["code"] == "image_stored"
    assert await camera.path() == "None"


@pytest.mark.parametrize(
    ("corrupt", "status"),
    [
        (PICTURE[:-9], 422),
        (b"", 415),
        (b"GIF89a", 415),
        (PICTURE[:60] + b"\x00" + PICTURE[61:], 422),
        (bytes(1_000_001), 413),
    ],
    ids=["cut off", "empty", "no picture of a known kind", "a byte changed", "too large"],
)
async def test_a_corrupt_upload_is_refused_and_can_be_repeated(camera: Camera, corrupt: bytes, status: int) -> None:
    path = await camera.path()
    assert (await camera.put(path, corrupt)).status_code == status
    assert await camera.shown() is None
    assert (await camera.put(await camera.path(), PICTURE)).status_code == 204


async def test_a_link_is_good_for_one_picture_and_a_short_time(camera: Camera) -> None:
    path = await camera.path()
    assert (await camera.put(f"{path[:-1]}A" if path[-1] != "A" else f"{path[:-2]}BA", PICTURE)).status_code == 403
    await camera.put(path, PICTURE)
    view = await camera.shown()
    assert (await camera.put(path.partition("?")[0] + "?" + view.partition("?")[2], PICTURE)).status_code == 403
    clock.set_offset(timedelta(hours=2))
    for answer in (await camera.put(path, PICTURE), await camera.yard.rig.http.get(view)):
        assert (answer.status_code, answer.json()["code"]) == (410, "link_expired")


async def test_a_revoked_device_uploads_no_more(camera: Camera) -> None:
    path = await camera.path()
    await camera.yard.rig.db.fetch("UPDATE devices SET revoked_at = now()")
    answer = await camera.put(path, PICTURE)
    assert (answer.status_code, answer.json()["code"]) == (404, "image_not_found")


async def test_pictures_go_with_their_detections(camera: Camera) -> None:
    await camera.put(await camera.path(), PICTURE)
    view = await camera.shown()
    clock.set_offset(timedelta(days=401))
    await camera.yard.rig.run_job("erase_images")
    clock.set_offset(timedelta())
    assert (await camera.yard.rig.http.get(view)).json()["code"] == "image_not_found"


async def test_a_former_owner_sees_no_picture_of_later(camera: Camera) -> None:
    await camera.yard.sell(camera.sheep, new_id(), at=clock.now() - timedelta(minutes=1))
    await camera.put(await camera.path(), PICTURE)
    path = f"livestock/{camera.sheep}/detection-history"
    assert (await camera.yard.ask("GET", path, by=camera.yard.owner)).json()["items"] == []


async def test_a_link_to_a_picture_ends_with_the_right_to_its_detection(camera: Camera) -> None:
    await camera.put(await camera.path(), PICTURE)
    view = await camera.shown()
    assert (await camera.yard.rig.http.get(view)).status_code == 200
    await camera.yard.sell(camera.sheep, new_id(), at=clock.now() - timedelta(minutes=1))
    answer = await camera.yard.rig.http.get(view)
    assert (answer.status_code, answer.json()["code"]) == (404, "image_not_found")


async def test_a_link_to_a_picture_ends_with_the_role_or_the_account(camera: Camera) -> None:
    await camera.put(await camera.path(), PICTURE)
    history = f"livestock/{camera.sheep}/detection-history"
    views = [
        (await camera.yard.ask("GET", history, by=by, role=role)).json()["items"][0]["image_path"]
        for by, role in ((camera.yard.hand, "farm_staff"), (camera.yard.owner, "investor"))
    ]
    get = camera.yard.rig.http.get
    assert [(await get(view)).status_code for view in views] == [200, 200]
    await camera.yard.rig.is_known(camera.yard.hand, role="investor")
    await camera.yard.rig.is_known(camera.yard.owner, status="deactivated")
    assert [(await get(view)).status_code for view in views] == [404, 404]


async def test_staff_see_what_was_detected_on_their_own_farm(camera: Camera) -> None:
    yard = camera.yard
    await send(camera.machine, camera.detection)
    there = await yard.rig.is_known(new_id(), role="farm_staff")
    moved = LivestockMoved(
        livestock_id=camera.sheep,
        aggregate_version=10_000,
        farm_id=await yard.farm(new_id(), staff=[there]),
        from_farm_id=yard.farm_id,
        farm_name="Lake Farm",
        moved_at=clock.now(),
    )
    await yard.rig.deliver(moved)
    ask = {"by": there, "role": "farm_staff"}
    assert (await yard.ask("GET", f"livestock/{camera.sheep}/detection-history", **ask)).json()["items"] == []
    last = await yard.ask("GET", f"livestock/{camera.sheep}/last-seen", **ask)
    assert (last.status_code, last.json()["detected_at"]) == (200, None)
    mine = await yard.ask("GET", f"livestock/{camera.sheep}/detection-history", by=yard.owner)
    assert len(mine.json()["items"]) == 1
