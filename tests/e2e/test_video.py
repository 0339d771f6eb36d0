"""A camera's video from the device to the owner's player, on the real media server, with ffmpeg as both ends."""

import asyncio
import json
import subprocess
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx
import pytest

from amigok import demo_stream
from amigok.client import Person, usd
from amigok_chassis.patience import until
from amigok_client import Problem
from amigok_client.api import listings
from amigok_client.models import OfferIn
from tests.e2e.enrolled import Login, camera, farm_of, registered

PICTURE = ["-f", "lavfi", "-i", "testsrc=size=160x90:rate=8", "-f", "lavfi", "-i", "anullsrc=r=44100:cl=mono"]
VIDEO = ["-c:v", "libx264", "-preset", "ultrafast", "-tune", "zerolatency", "-g", "8", "-pix_fmt", "yuv420p"]
AUDIO = ["-c:a", "aac", "-b:a", "32k"]

FILMED = 5.0
"""Seconds that the camera films of which there are recordings: more than one part."""


@dataclass
class Device:
    """A device with one camera, and what it streams."""

    fleet: Any
    login: Login
    camera_id: UUID
    keys: list[str] = field(default_factory=list)
    publishing: list["subprocess.Popen[bytes]"] = field(default_factory=list)

    async def post(self, path: str) -> httpx.Response:
        body = {"camera_id": str(self.camera_id)}
        address = f"/api/v1/jetson/stream/{path}"
        answer: httpx.Response = await self.fleet.http.post(address, json=body, auth=self.login.auth)
        return answer

    async def offer(self) -> str:
        """An address with a fresh key."""
        answer = await self.post("start")
        assert answer.status_code == 201, answer.text
        self.keys.append(answer.json()["stream_key"])
        return f"{answer.json()['rtmp_url']}/{self.keys[-1]}"

    def publish(self, address: str, *, seconds: float | None = None) -> "subprocess.Popen[bytes]":
        """ffmpeg, as a camera that publishes a test picture in real time, for so long."""
        until = [] if seconds is None else ["-t", str(seconds)]
        command = ["ffmpeg", "-nostdin", "-v", "quiet", "-re", *PICTURE, *VIDEO, *AUDIO, *until, "-f", "flv", address]
        self.publishing.append(subprocess.Popen(command))
        return self.publishing[-1]

    async def start(self, *, seconds: float | None = None) -> "subprocess.Popen[bytes]":
        return self.publish(await self.offer(), seconds=seconds)

    def stop(self) -> None:
        for each in self.publishing:
            each.kill()
            each.wait()


async def ended(process: "subprocess.Popen[bytes]") -> bool:
    """Whether ffmpeg has ended because it was cut, or never let in."""

    async def gone() -> bool:
        return process.poll() is not None

    return bool(await until(gone))


@asynccontextmanager
async def device(fleet: Any, folder: Path, livestock_id: UUID) -> AsyncIterator[Device]:
    """A device whose camera records all that it shows of the animal."""
    async with registered(fleet, folder, await farm_of(fleet, livestock_id)) as login:
        made = Device(fleet, login, await camera(fleet, login.id, livestock_id, recording="continuous"))
        try:
            yield made
        finally:
            made.stop()


class Player:
    """What plays a link: it sends neither headers nor cookies."""

    def __init__(self, http: httpx.AsyncClient, link: str) -> None:
        self.http, self.link = http, link

    @classmethod
    async def of(cls, person: Person, livestock_id: UUID, camera_id: UUID) -> "Player":
        path = f"streams/livestock/{livestock_id}/token?camera_id={camera_id}"
        return cls(person.http, (await demo_stream.ask(person, "GET", path))["playlist_url"])

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
    """An owner, who watches an animal, the device that shows it live, and one that films it for some seconds."""

    owner: Person
    livestock_id: UUID
    device: Device
    other: Device
    player: Player

    async def live(self) -> set[str]:
        """The cameras that show the animal live."""
        shown = await demo_stream.ask(self.owner, "GET", f"streams/livestock/{self.livestock_id}")
        return {each["camera_id"] for each in shown["streams"] if each["live"]}

    async def is_live(self, device: Device) -> bool:
        return str(device.camera_id) in await self.live()

    async def recordings(self, person: Person, of: Device) -> list[dict[str, Any]]:
        """What somebody sees of the recordings of this device's camera, oldest first."""
        path = f"streams/livestock/{self.livestock_id}/recordings?camera_id={of.camera_id}"
        return list(reversed((await demo_stream.ask(person, "GET", path))["items"]))


@pytest.fixture(scope="module")
async def scene(fleet: Any, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Scene]:
    """It is live, and an owner watches."""
    owner = await fleet.person("watcher", money="100.00")
    (sheep,) = await fleet.flock(1, price="20.00")
    assert (await owner.buy(sheep)).state == "completed"
    folder = tmp_path_factory.mktemp
    async with device(fleet, folder("live"), sheep) as live, device(fleet, folder("other"), sheep) as other:
        path = f"streams/livestock/{sheep}"
        await until(lambda: _answers(owner, path))
        player = await Player.of(owner, sheep, live.camera_id)
        assert await player.segments("slate"), "nothing is live yet"
        await live.start()
        assert await player.awaits()
        await other.start(seconds=FILMED)
        yield Scene(owner, sheep, live, other, player)


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


async def test_the_owner_saves_a_picture_of_now(scene: Scene) -> None:
    await scene.player.awaits()
    taken = await demo_stream.ask(scene.owner, "POST", f"streams/snapshot/{scene.livestock_id}")
    picture = await scene.player.http.get(taken["url"])
    assert picture.headers["Content-Type"] == "image/jpeg"
    assert picture.content.startswith(b"\xff\xd8")


async def test_what_was_published_is_recorded_in_parts_and_played_in_ranges(scene: Scene, tmp_path: Path) -> None:
    async def all_of_it() -> list[dict[str, Any]]:
        found = await scene.recordings(scene.owner, scene.other)
        return found if sum(each["duration"] for each in found) >= FILMED - 1 else []

    parts = await until(all_of_it)
    assert len(parts) >= 2
    assert sum(each["duration"] for each in parts) == pytest.approx(FILMED, abs=1)
    for number, part in enumerate(parts):
        link = (await demo_stream.ask(scene.owner, "GET", f"streams/recordings/{part['id']}/play"))["url"]
        whole = (await scene.player.http.get(link)).content
        assert len(whole) == part["size"]
        some = await scene.player.http.get(link, headers={"Range": "bytes=100-299"})
        assert (some.status_code, some.content) == (206, whole[100:300])
        assert some.headers["Content-Range"] == f"bytes 100-299/{len(whole)}"
        (video := tmp_path / f"{number}.mp4").write_bytes(whole)
        assert await _run("ffmpeg", "-v", "error", "-i", str(video), "-f", "null", "-") == (0, "")
        assert await _seconds(video) == pytest.approx(part["duration"], abs=0.3)
    assert (await scene.player.http.get(parts[0]["thumbnail_url"])).content.startswith(b"\xff\xd8")


async def test_a_key_that_is_wrong_used_replaced_or_expired_lets_nobody_in(fleet: Any, scene: Scene) -> None:
    other = scene.other
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
    assert await scene.live() == {str(scene.device.camera_id)}


async def test_a_revoked_device_is_cut_and_gets_no_other_key(fleet: Any, scene: Scene) -> None:
    publisher = await scene.other.start()
    await until(lambda: scene.is_live(scene.other))
    await demo_stream.ask(fleet.admin, "DELETE", f"admin/jetson/devices/{scene.other.login.id}")
    assert await ended(publisher)
    assert (await scene.other.post("start")).status_code == 401


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


async def test_who_sells_the_animal_is_out_and_the_buyer_goes_on(fleet: Any, scene: Scene) -> None:
    buyer = await fleet.person("buyer", money="100.00")
    await scene.owner.send(listings.offer_own_listing(scene.livestock_id, body=OfferIn(usd("21.00"))))
    assert await scene.player.status() == 200
    assert (await buyer.buy(scene.livestock_id)).state == "completed"

    async def out() -> bool:
        return await scene.player.status() == 410

    assert await until(out)
    theirs = await Player.of(buyer, scene.livestock_id, scene.device.camera_id)
    assert await theirs.awaits()
    assert scene.device.publishing[-1].poll() is None, "the stream itself goes on"

    async def recorded() -> list[dict[str, Any]]:
        return await scene.recordings(buyer, scene.device)

    new, old = await until(recorded), await scene.recordings(scene.owner, scene.device)
    assert old
    assert old[-1]["ended_at"] <= new[0]["started_at"], "neither sees the part in which it was sold"


async def test_no_log_has_a_key_or_a_link(fleet: Any, scene: Scene) -> None:
    link = scene.player.link.partition("link=")[2]
    signature = (await scene.player.http.get(scene.player.link)).text.partition("?s=")[2][:22]
    for log in (fleet.folder / "logs").glob("*.log"):
        text = log.read_text(errors="replace")
        for secret in (*scene.device.keys, scene.device.login.secret, link, signature):
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


async def _answers(person: Person, path: str) -> bool:
    """Whether somebody may already ask for this."""
    try:
        await demo_stream.ask(person, "GET", path)
    except Problem as problem:
        if problem.status != 404:
            raise
        return False
    return True


async def _seconds(video: Path) -> float:
    _, told = await _run("ffprobe", "-v", "error", "-show_entries", "format=duration", "-of", "csv=p=0", str(video))
    return float(told)


async def _run(*command: str) -> tuple[int | None, str]:
    """The exit code of a program, and all that it says."""
    process = await asyncio.create_subprocess_exec(*command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    said, _ = await process.communicate()
    return process.returncode, said.decode()
