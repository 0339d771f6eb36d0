"""Stream keys, and what the media server asks about publishers."""

import asyncio
from datetime import timedelta
from typing import Any
from uuid import UUID

import httpx
import pytest
from pydantic import SecretStr

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.testing import Rig, machine_holds
from amigok_contracts.stream_video import VideoEnded, VideoStarted
from services.stream.tests.conftest import Yard
from services.stream.tests.machines import Machine
from stream.ingest import updates
from stream.ingest.models import PUBLISHERS
from stream.revocations import memory
from stream.revocations.service import revoke
from stream.settings import Settings

SECRET = "what-nginx-knows"


class Ingest:
    """A device with a camera, and the media server's side."""

    def __init__(self, rig: Rig, machine: Machine, camera_id: UUID) -> None:
        self.rig, self.machine, self.camera_id = rig, machine, camera_id

    async def start(self, camera_id: UUID | None = None) -> httpx.Response:
        return await self.machine.send("POST", "jetson/stream/start", {"camera_id": str(camera_id or self.camera_id)})

    async def key(self) -> str:
        answer = await self.start()
        assert answer.status_code == 201, answer.text
        return str(answer.json()["stream_key"])

    async def says(self, what: str, name: str, *, call: str = "update_publish", secret: str = SECRET) -> int:
        """The status that the media server gets for a form."""
        form = {"app": "live", "addr": "127.0.0.1", "call": call, "name": name}
        path, headers = f"/internal/rtmp/{what}", {"X-Media-Secret": secret}
        return (await self.rig.http.post(path, data=form, headers=headers)).status_code

    async def live(self) -> str:
        key = await self.key()
        assert await self.says("publish", key) == 302
        return key


@pytest.fixture
async def ingest(yard: Yard) -> Ingest:
    yard.rig.context.use(Settings(callback_secret=SecretStr(SECRET)))
    machine = await yard.machine()
    return Ingest(yard.rig, machine, await yard.camera(machine))


def test_every_step_of_a_session_leads_somewhere() -> None:
    machine_holds(PUBLISHERS)


async def test_a_key_is_short_and_works_once(ingest: Ingest) -> None:
    key = await ingest.key()
    assert (len(key), key.isalnum()) == (24, True)
    assert [await ingest.says("publish", key) for _ in range(2)] == [302, 403]
    [started] = await ingest.rig.events(VideoStarted)
    assert started.camera_id == ingest.camera_id


async def test_a_session_is_named_by_its_id_and_never_by_its_key(ingest: Ingest) -> None:
    offer = (await ingest.start()).json()
    headers = {"X-Media-Secret": SECRET}
    answer = await ingest.rig.http.post("/internal/rtmp/publish", data={"name": offer["stream_key"]}, headers=headers)
    assert answer.headers["Location"] == offer["session_id"]
    rows = await ingest.rig.db.fetch("SELECT to_jsonb(publishers)::text AS row FROM publishers")
    assert offer["stream_key"] not in rows[0]["row"]


async def test_of_two_publishers_with_one_key_one_comes_in(ingest: Ingest) -> None:
    key = await ingest.key()
    assert sorted(await asyncio.gather(*(ingest.says("publish", key) for _ in range(4)))) == [302, 403, 403, 403]


async def test_a_newer_key_ends_an_unused_one(ingest: Ingest) -> None:
    old, new = await ingest.key(), await ingest.key()
    assert [await ingest.says("publish", key) for key in (old, new)] == [403, 302]


async def test_a_key_expires(ingest: Ingest) -> None:
    key = await ingest.key()
    await ingest.rig.db.fetch("UPDATE publishers SET expires_at = $1", clock.now() - timedelta(seconds=1))
    assert await ingest.says("publish", key) == 403
    await ingest.rig.run_job("end_silent_publishers")
    assert await ingest.rig.db.fetch("SELECT 1 FROM publishers") == []


async def test_a_device_gets_keys_for_its_own_cameras_that_are_in_use(ingest: Ingest, yard: Yard) -> None:
    other = await yard.camera(await yard.machine())
    unused = await yard.camera(ingest.machine, is_active=False)
    for camera_id in (other, unused, new_id()):
        answer = await ingest.start(camera_id)
        assert (answer.status_code, answer.json()["code"]) == (404, "camera_not_found")
        stopped = await ingest.machine.send("POST", "jetson/stream/stop", {"camera_id": str(camera_id)})
        assert stopped.status_code == (200 if camera_id == unused else 404)


async def test_nobody_publishes_by_a_key_whose_camera_or_device_is_out_of_use_since(ingest: Ingest) -> None:
    for table, change in (("cameras", "is_active = false"), ("devices", "revoked_at = now()")):
        key = await ingest.key()
        await ingest.rig.db.fetch(f"UPDATE {table} SET {change}")
        assert await ingest.says("publish", key) == 403
        await ingest.rig.db.fetch("UPDATE cameras SET is_active = true")


async def test_a_device_that_starts_again_replaces_its_older_session(ingest: Ingest) -> None:
    crashed, again = await ingest.live(), await ingest.live()
    assert [await ingest.says("updated", key) for key in (crashed, again)] == [403, 204]
    [ended] = await ingest.rig.events(VideoEnded)
    assert ended.reason == "replaced"


async def test_a_stopped_stream_is_cut_and_its_end_is_told_once(ingest: Ingest) -> None:
    key = await ingest.live()
    for ended in (1, 0):
        body = {"camera_id": str(ingest.camera_id)}
        assert (await ingest.machine.send("POST", "jetson/stream/stop", body)).json() == {"ended": ended}
    assert await ingest.says("updated", key) == 403
    assert await ingest.says("done", key) == 204
    assert [event.reason for event in await ingest.rig.events(VideoEnded)] == ["stopped"]


@pytest.mark.parametrize("what", ["camera", "device"])
async def test_a_revoked_camera_or_device_is_cut(ingest: Ingest, what: str) -> None:
    key = await ingest.live()
    assert await ingest.says("updated", key) == 204
    subject: dict[str, Any] = {"camera_id": ingest.camera_id} if what == "camera" else {"device_id": ingest.machine.id}
    async with ingest.rig.db.unit_of_work() as db:
        await revoke(db, **subject)
    ingest.rig.context.once(memory._made).read_at = float("-inf")
    assert [await ingest.says("updated", key) for _ in range(2)] == [403, 403]
    assert [event.reason for event in await ingest.rig.events(VideoEnded)] == ["revoked"]


async def test_a_healthy_stream_goes_on_for_a_while_when_the_database_does_not_answer(ingest: Ingest) -> None:
    context, key = ingest.rig.context, await ingest.live()
    await ingest.rig.db.fetch("ALTER TABLE revocations RENAME TO elsewhere")
    context.once(memory._made).read_at = float("-inf")
    assert await ingest.says("updated", key) == 204
    trusted = context.once(updates._trust).until
    trusted[next(iter(trusted))] = 0.0
    assert await ingest.says("updated", key) == 403
    await ingest.rig.db.fetch("ALTER TABLE elsewhere RENAME TO revocations")
    assert await ingest.says("updated", key) == 204
    assert not trusted


async def test_a_session_of_which_nothing_is_heard_ends(ingest: Ingest) -> None:
    key = await ingest.live()
    await ingest.rig.run_job("end_silent_publishers")
    assert await ingest.rig.events(VideoEnded) == []
    await ingest.rig.db.fetch("UPDATE publishers SET heard_at = heard_at - interval '61 seconds'")
    assert await ingest.says("updated", key) == 204
    await ingest.rig.run_job("end_silent_publishers")
    assert await ingest.rig.events(VideoEnded) == [], "it was heard a moment ago"
    await ingest.rig.db.fetch("UPDATE publishers SET heard_at = heard_at - interval '61 seconds'")
    await ingest.rig.run_job("end_silent_publishers")
    assert [event.reason for event in await ingest.rig.events(VideoEnded)] == ["silent"]
    assert await ingest.says("updated", key) == 403


async def test_the_media_server_hands_on_only_what_is_live(ingest: Ingest) -> None:
    key = await ingest.live()
    [row] = await ingest.rig.db.fetch("SELECT id FROM publishers")
    names = [str(row["id"]), key, str(new_id()), "", "x" * 4000, "\x00"]
    assert [await ingest.says("relayed", name) for name in names] == [204, *[403] * 5]
    assert await ingest.says("updated", str(row["id"]), call="update_play") == 204


async def test_nobody_else_is_answered(ingest: Ingest) -> None:
    key = await ingest.key()
    for secret in ("", "guessed", "what-nginx-knowsx"):
        for what in ("publish", "relayed", "updated", "done"):
            assert await ingest.says(what, key, secret=secret) == 404
    ingest.rig.context.use(Settings())
    assert await ingest.says("publish", key, secret="") == 404, "no secret is no secret that anybody knows"


@pytest.mark.parametrize("body", [b"", b"name", b"name=%00", b"&" * 9000, b"\xff\xfe=\xff", b"name=a&name=b"])
async def test_odd_forms_let_nobody_in(ingest: Ingest, body: bytes) -> None:
    headers = {"X-Media-Secret": SECRET, "Content-Type": "application/x-www-form-urlencoded"}
    for what, status in (("publish", 403), ("relayed", 403), ("updated", 403), ("done", 204)):
        answer = await ingest.rig.http.post(f"/internal/rtmp/{what}", content=body, headers=headers)
        assert answer.status_code == status


async def test_what_a_publisher_appends_to_its_key_changes_nothing(ingest: Ingest) -> None:
    key = await ingest.key()
    body = f"app=live&call=publish&name={key}&type=live&name=other&call=update_play"
    headers = {"X-Media-Secret": SECRET}
    answer = await ingest.rig.http.post("/internal/rtmp/publish", content=body, headers=headers)
    assert answer.status_code == 302


async def test_a_publisher_that_appends_too_much_is_cut(ingest: Ingest) -> None:
    """What it appends comes with each question, and must not hide what the question is."""
    body = f"call=update_publish&name={await ingest.live()}" + "&x=1" * 64
    headers = {"X-Media-Secret": SECRET, "Content-Type": "application/x-www-form-urlencoded"}
    answer = await ingest.rig.http.post("/internal/rtmp/updated", content=body, headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (403, "publisher_ended")
