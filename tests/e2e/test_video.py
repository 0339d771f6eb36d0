"""A camera's video from the device to the owner's player, on the real media server, with ffmpeg as both ends."""

import asyncio
import json
import secrets
import subprocess
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx
import pytest

from amigok.client import Person, usd
from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.patience import until
from amigok_client.api import listings
from amigok_client.models import OfferIn

PICTURE = ["-f", "lavfi", "-i", "testsrc=size=160x90:rate=8", "-f", "lavfi", "-i", "anullsrc=r=44100:cl=mono"]
VIDEO = ["-c:v", "libx264", "-preset", "ultrafast", "-tune", "zerolatency", "-g", "16", "-pix_fmt", "yuv420p"]
AUDIO = ["-c:a", "aac", "-b:a", "32k"]


@dataclass
class Device:
    """A device with one camera, whose rows were written as if an administrator had enrolled it; and what it streams."""

    fleet: Any
    id: UUID
    camera_id: UUID
    secret: str
    keys: list[str] = field(default_factory=list)
    publishing: list["subprocess.Popen[bytes]"] = field(default_factory=list)

    async def post(self, path: str) -> httpx.Response:
        auth = httpx.BasicAuth(str(self.id), self.secret)
        body = {"camera_id": str(self.camera_id)}
        answer: httpx.Response = await self.fleet.http.post(f"/api/v1/jetson/stream/{path}", json=body, auth=auth)
        return answer

    async def offer(self) -> str:
        """An address with a fresh key."""
        answer = await self.post("start")
        assert answer.status_code == 201, answer.text
        self.keys.append(answer.json()["stream_key"])
        return f"{answer.json()['rtmp_url']}/{self.keys[-1]}"

    def publish(self, address: str) -> "subprocess.Popen[bytes]":
        """ffmpeg, as a camera that publishes a test picture in real time."""
        command = ["ffmpeg", "-nostdin", "-v", "quiet", "-re", *PICTURE, *VIDEO, *AUDIO, "-f", "flv", address]
        self.publishing.append(subprocess.Popen(command))
        return self.publishing[-1]

    async def start(self) -> "subprocess.Popen[bytes]":
        return self.publish(await self.offer())

    def stop(self) -> None:
        for each in self.publishing:
            each.kill()
            each.wait()


async def ended(process: "subprocess.Popen[bytes]") -> bool:
    """Whether ffmpeg has ended because it was cut, or never let in."""

    async def gone() -> bool:
        return process.poll() is not None

    return bool(await until(gone))


async def device(fleet: Any, livestock_id: UUID) -> Device:
    """A device whose camera shows the animal."""

    async def farm() -> UUID | None:
        rows = await fleet.query("stream", "SELECT farm_id FROM animals WHERE id = $1", livestock_id)
        return rows[0]["farm_id"] if rows else None

    found, now = Device(fleet, new_id(), new_id(), secrets.token_urlsafe(32)), clock.now()
    farm_id, digest = await until(farm), sha256(found.secret.encode()).digest()
    await fleet.query(
        "stream",
        "INSERT INTO devices (id, version, name, serial, farm_id, registered_at, created_at, created_by) "
        "VALUES ($1, 1, 'Barn device', $2, $3, $4, $4, $1)",
        *(found.id, found.id.hex, farm_id, now),
    )
    credential = "INSERT INTO device_credentials (digest, device_id, created_at) VALUES ($1, $2, $3)"
    await fleet.query("stream", credential, digest, found.id, now)
    await fleet.query(
        "stream",
        "INSERT INTO cameras (id, version, device_id, farm_id, name, recording, detection_enabled, is_active, "
        "created_at, created_by) VALUES ($1, 1, $2, $3, 'Barn 1', 'off', false, true, $4, $2)",
        *(found.camera_id, found.id, farm_id, now),
    )
    assign = "INSERT INTO camera_animals VALUES ($1, $2, $3, $1)"
    await fleet.query("stream", assign, found.camera_id, livestock_id, now)
    return found


class Player:
    """What plays a link: it sends neither headers nor cookies."""

    def __init__(self, http: httpx.AsyncClient, link: str) -> None:
        self.http, self.link = http, link

    @classmethod
    async def of(cls, fleet: Any, person: Person, livestock_id: UUID) -> "Player":
        path, headers = f"/api/v1/streams/livestock/{livestock_id}/token", {"Authorization": f"Bearer {person.token}"}
        answer = await fleet.http.get(path, headers=headers)
        assert answer.status_code == 200, answer.text
        return cls(fleet.http, answer.json()["playlist_url"])

    async def status(self) -> int:
        return (await self.http.get(self.link)).status_code

    async def segments(self, folder: str = "source") -> list[str]:
        """The addresses of the segments of this kind in the playlist now."""
        answer = await self.http.get(self.link)
        return [line for line in answer.text.splitlines() if line.startswith(f"/media/{folder}/")]

    async def awaits(self, folder: str = "source") -> list[str]:
        async def there() -> list[str]:
            return await self.segments(folder)

        return await until(there)

    async def new_session(self, *, than: list[str]) -> list[str]:
        """The segments of another session than that of these."""
        old = than[0].split("/")[3]

        async def there() -> list[str]:
            return [path for path in await self.segments() if path.split("/")[3] != old]

        return await until(there)


@dataclass
class Scene:
    """An owner, who watches an animal, and the device that shows it."""

    owner: Person
    livestock_id: UUID
    device: Device
    player: Player


@pytest.fixture(scope="module")
async def scene(fleet: Any) -> AsyncIterator[Scene]:
    """It is live, and an owner watches."""
    owner = await fleet.person("watcher", money="100.00")
    (sheep,) = await fleet.flock(1, price="20.00")
    await owner.buy(sheep)
    camera = await device(fleet, sheep)

    async def owned() -> bool:
        rows = await fleet.query("stream", "SELECT 1 FROM animals WHERE id = $1 AND owner_id = $2", sheep, owner.id)
        return bool(rows)

    await until(owned)
    player = await Player.of(fleet, owner, sheep)
    assert await player.segments("slate"), "nothing is live yet"
    await camera.start()
    yield Scene(owner, sheep, camera, player)
    camera.stop()


async def test_an_owner_plays_what_the_camera_publishes(scene: Scene, tmp_path: Path) -> None:
    link = (await scene.player.awaits())[0]
    answer = await scene.player.http.get(link)
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, "video/mp2t")
    (tmp_path / "one.ts").write_bytes(answer.content)
    decoded = await _run("ffmpeg", "-v", "error", "-i", str(tmp_path / "one.ts"), "-f", "null", "-")
    assert decoded == (0, "")
    _, told = await _run("ffprobe", "-v", "error", "-of", "json", "-show_streams", scene.player.link)
    assert {stream["codec_name"] for stream in json.loads(told)["streams"]} == {"h264", "aac"}


async def test_a_segment_is_nothing_without_its_link(scene: Scene) -> None:
    path, _, query = (await scene.player.awaits())[0].partition("?")
    over = query.replace("e=", "e=1")
    for link in (path, f"{path}?s=x&e=1", f"{path}?{over}", f"{path.replace('/source/', '/slate/')}?{query}"):
        assert (await scene.player.http.get(link)).status_code in (403, 404)
    for inside in ("/lists/source/" + path.split("/")[3], "/internal/rtmp/publish", "/media/../lists/source/x"):
        assert (await scene.player.http.get(inside)).status_code == 404


async def test_a_key_that_is_wrong_used_replaced_or_expired_lets_nobody_in(fleet: Any, scene: Scene) -> None:
    other = await device(fleet, scene.livestock_id)
    replaced = await other.offer()
    expired = await other.offer()
    await fleet.query(
        "stream", "UPDATE publishers SET expires_at = now() - interval '1 s' WHERE camera_id = $1", other.camera_id
    )
    used = f"{expired.rpartition('/')[0]}/{scene.device.keys[-1]}"
    wrong = f"{expired.rpartition('/')[0]}/{'a' * 24}"
    refused = [other.publish(address) for address in (replaced, expired, used, wrong)]
    for each in refused:
        assert await ended(each)
    live = "SELECT camera_id FROM publishers WHERE state = 'live' AND camera_id = ANY($1)"
    rows = await fleet.query("stream", live, [other.camera_id, scene.device.camera_id])
    assert [row["camera_id"] for row in rows] == [scene.device.camera_id]


async def test_a_stream_outlives_a_crash_of_the_service(fleet: Any, scene: Scene) -> None:
    before = await scene.player.awaits()
    fleet.kill("stream")

    async def moved_on() -> bool:
        segments = await scene.player.segments()
        return bool(segments) and segments[-1].split("?")[0] not in {path.split("?")[0] for path in before}

    assert await until(moved_on)
    assert scene.device.publishing[-1].poll() is None


async def test_a_device_starts_again_after_a_crash_of_the_media_server(fleet: Any, scene: Scene) -> None:
    before = await scene.player.awaits()
    fleet.kill("media")
    assert await ended(scene.device.publishing[-1])
    address = await scene.device.offer()

    async def published() -> bool:
        return scene.device.publish(address).poll() is None and bool(await _is_live(fleet, address))

    assert await until(published)
    assert await scene.player.new_session(than=before)


async def test_a_revoked_device_is_cut(fleet: Any, scene: Scene) -> None:
    publisher = scene.device.publishing[-1]
    revoke = "INSERT INTO revocations (id, device_id, made_at) VALUES ($1, $2, $3)"
    await fleet.query("stream", revoke, new_id(), scene.device.id, clock.now())
    assert await ended(publisher)
    assert await scene.player.awaits("slate")
    await scene.device.start()
    assert await scene.player.awaits()


async def test_who_sells_the_animal_is_out_and_the_buyer_goes_on(fleet: Any, scene: Scene) -> None:
    buyer = await fleet.person("buyer", money="100.00")
    await scene.owner.send(listings.offer_own_listing(scene.livestock_id, body=OfferIn(usd("21.00"))))
    assert await scene.player.status() == 200
    assert (await buyer.buy(scene.livestock_id)).state == "completed"

    async def out() -> bool:
        return await scene.player.status() == 410

    assert await until(out)
    assert await (await Player.of(fleet, buyer, scene.livestock_id)).awaits()
    assert scene.device.publishing[-1].poll() is None, "the stream itself goes on"


async def test_no_log_has_a_key_or_a_link(fleet: Any, scene: Scene) -> None:
    link = scene.player.link.partition("link=")[2]
    signature = (await scene.player.http.get(scene.player.link)).text.partition("?s=")[2][:22]
    for log in (fleet.folder / "logs").glob("*.log"):
        text = log.read_text(errors="replace")
        for secret in (*scene.device.keys, scene.device.secret, link, signature):
            assert not secret or secret not in text, log.name


async def test_a_stopped_stream_ends_and_its_sessions_were_each_told_of_once(fleet: Any, scene: Scene) -> None:
    assert (await scene.device.post("stop")).json() == {"ended": 1}
    assert await ended(scene.device.publishing[-1])
    told = await fleet.query(
        "stream",
        "SELECT type, count(*) AS times, count(DISTINCT subject) AS sessions FROM outbox WHERE type ~ '^stream.video' "
        "AND data::text LIKE $1 GROUP BY type",
        f"%{scene.device.camera_id}%",
    )
    assert {row["type"]: row["times"] - row["sessions"] for row in told} == {
        "stream.video.started": 0,
        "stream.video.ended": 0,
    }


async def _is_live(fleet: Any, address: str) -> bool:
    key = sha256(address.rpartition("/")[2].encode()).digest()

    async def begun() -> bool:
        return bool(
            await fleet.query("stream", "SELECT 1 FROM publishers WHERE key_digest = $1 AND state = 'live'", key)
        )

    try:
        return bool(await until(begun, seconds=3))
    except TimeoutError:
        return False


async def _run(*command: str) -> tuple[int | None, str]:
    """The exit code of a program, and all that it says."""
    process = await asyncio.create_subprocess_exec(*command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    said, _ = await process.communicate()
    return process.returncode, said.decode()
