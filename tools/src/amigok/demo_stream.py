"""The steps of the demonstration in which an owner sees an animal live, until it is sold."""

from __future__ import annotations

import asyncio
import json
import secrets
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit
from uuid import UUID

import httpx

from amigok import simulator
from amigok.client import Person
from amigok.errors import Failure
from amigok.movable_clock import Clock
from amigok.stage import Stage
from amigok.state import State
from amigok_chassis.patience import until
from amigok_client import Problem
from amigok_client.models import LivestockDetails

CAPABILITIES = ["detection", "restart_stream", "take_snapshot", "update_model"]
SLATE = "/slate/"
"""In the address of what is shown while a camera is offline."""
THERMOMETER = "barn-temperature"
TOO_WARM = {"kind": "above", "sensor_type": "temperature", "threshold": 30, "for_seconds": 10, "end_for_seconds": 0}


@dataclass(frozen=True)
class Link:
    """What opens the stream: the address of its playlist, and of the page that plays it."""

    playlist: str
    page: str


async def ask(person: Person, method: str, path: str, body: Any = None) -> Any:
    """What the API answers below /api/v1. Raises Problem."""
    headers = {"Authorization": f"Bearer {person.token}"}
    answer = await person.http.request(method, f"/api/v1/{path}", json=body, headers=headers)
    if not answer.is_success:
        raise Problem(answer)
    return answer.json() if answer.content else None


async def enrol(stage: Stage, state: State, admin: Person, ram: LivestockDetails) -> UUID:
    """The farm gets a device with a camera that shows the animal; the device registers and begins. Returns its id."""
    serial = f"JN-{secrets.token_hex(4)}"
    wanted = {"name": "Ram pen", "farm_id": str(ram.farm_id), "serial": serial, "capabilities": CAPABILITIES}
    device = await until(partial(known, admin, "admin/jetson/devices", wanted))
    camera = {"device_id": device["id"], "name": "Ram pen, gate", "recording": "detections"}
    camera_id = (await ask(admin, "POST", "admin/cameras", camera))["id"]
    await ask(admin, "POST", f"admin/cameras/{camera_id}/assign-livestock", {"livestock_ids": [str(ram.id)]})
    view = {"camera_id": camera_id, "cards": [f"CARD-{ram.tag_number}"]}
    async with httpx.AsyncClient(trust_env=False, timeout=20) as http:
        await simulator.tell(http, state, "claim", serial=serial, claim=device["claim_secret"])
        await simulator.tell(http, state, "report")
        await simulator.tell(http, state, "views", views=[view])
        await simulator.tell(http, state, "detections", **view)
    stage.fact(f"{serial} has registered with its claim secret and a key of its own; its camera is assigned")
    return UUID(device["id"])


async def retire(admin: Person, device_id: UUID) -> None:
    """Takes the device out of service before the clock is put back: it would have been silent in days to come."""
    await admin.step_up(password=admin.password)
    await ask(admin, "DELETE", f"admin/jetson/devices/{device_id}")


async def known(person: Person, path: str, body: dict[str, Any]) -> Any:
    """Sends what names a farm, again until stream has heard of it."""
    try:
        return await ask(person, "POST", path, body)
    except Problem as problem:
        if problem.code != "unknown_farm":
            raise
        return None


async def watch(stage: Stage, state: State, owner: Person, animal: UUID) -> Link:
    """The owner gets a link, and any player plays it: here the first segment is fetched and decoded."""
    await until(partial(_live, owner, animal))
    link = await ask(owner, "GET", f"streams/livestock/{animal}/token")
    address = urlsplit(link["playlist_url"])
    path = f"{address.path}?{address.query}"
    picture = await until(partial(_picture, owner.http, path))
    stage.fact(f"a segment: {await _probed(state, picture)}")
    gateway = f"http://127.0.0.1:{state.gateway_port}"
    stage.fact(f"watch it: {gateway}/watch#{path}")
    return Link(path, f"{gateway}/watch#{path}")


async def _live(owner: Person, animal: UUID) -> bool:
    """Whether one of the cameras is live; the animal may have become theirs only now."""
    try:
        return any(each["live"] for each in (await ask(owner, "GET", f"streams/livestock/{animal}"))["streams"])
    except Problem as problem:
        if problem.status != 404:
            raise
        return False


async def _picture(http: httpx.AsyncClient, playlist: str) -> bytes | None:
    """The newest segment, once there are two: the very first may have sound alone."""
    segments = await _segments(http, playlist)
    return (await http.get(segments[-1])).content if len(segments) > 1 else None


async def _segments(http: httpx.AsyncClient, playlist: str) -> list[str]:
    """The addresses of video that a playlist names, without those of the slate. Players send no token."""
    answer = await http.get(playlist)
    if not answer.is_success:
        raise Problem(answer)
    return [
        urljoin(playlist, line)
        for line in answer.text.splitlines()
        if line and not line.startswith("#") and SLATE not in line
    ]


async def _probed(state: State, segment: bytes) -> str:
    """What ffprobe says of a segment after decoding it. `Failure` where it is no video."""
    place = await _keep(state, "segment.ts", segment)
    argv = ["-v", "error", "-count_frames", "-select_streams", "v:0", "-show_streams", "-of", "json", str(place)]
    process = await asyncio.create_subprocess_exec("ffprobe", *argv, stdout=asyncio.subprocess.PIPE)
    told, _ = await process.communicate()
    streams = [each for each in json.loads(told or b"{}").get("streams", []) if "nb_read_frames" in each]
    if not streams:
        raise Failure(f"{place} is no video")
    video = streams[0]
    return f"{video['codec_name']} {video['width']}x{video['height']}, {video['nb_read_frames']} frames decoded"


async def look(stage: Stage, state: State, owner: Person, animal: UUID) -> None:
    """The owner sees when the animal was last seen, and saves a picture of now."""
    seen = await until(partial(_last_seen, owner, animal))
    stage.fact(f"last seen {seen['detected_at']}, with confidence {seen['confidence']}")
    snapshot = await ask(owner, "POST", f"streams/snapshot/{animal}")
    picture = await owner.http.get(snapshot["url"])
    if not picture.content.startswith(b"\xff\xd8"):
        raise Failure(f"the snapshot is no JPEG: {picture.status_code}")
    place = await _keep(state, f"{snapshot['id']}.jpg", picture.content)
    stage.fact(f"snapshot: {place}")


async def _last_seen(owner: Person, animal: UUID) -> Any:
    seen = await ask(owner, "GET", f"livestock/{animal}/last-seen")
    return seen if seen["detected_at"] else None


async def overheat(stage: Stage, state: State, admin: Person, farm_id: UUID, clock: Clock) -> None:
    """It gets too warm in the barn for a while: an alarm is raised, and ends."""
    await ask(admin, "POST", f"farms/{farm_id}/alarm-rules", {"name": "Barn too warm", **TOO_WARM})
    async with httpx.AsyncClient(trust_env=False, timeout=20) as http:
        for _ in range(2):
            await simulator.tell(http, state, "sensors", sensor=THERMOMETER, value=34.5)
            await clock.advance(timedelta(seconds=12))
            await simulator.tell(http, state, "report")
        await simulator.tell(http, state, "sensors", sensor=THERMOMETER, value=34.5)
        alarm = await until(partial(_alarm, admin, farm_id, "ended_at", there=False))
        stage.fact(f"alarm {alarm['state']}: {alarm['rule_name']}, {alarm['value']} °C")
        await simulator.tell(http, state, "sensors", sensor=THERMOMETER, value=None)
        alarm = await until(partial(_alarm, admin, farm_id, "ended_at", there=True))
        stage.fact(f"alarm {alarm['state']}: it is cool again")


async def _alarm(admin: Person, farm_id: UUID, field: str, *, there: bool) -> Any:
    alarms = (await ask(admin, "GET", f"farms/{farm_id}/alarms"))["items"]
    return next((each for each in alarms if (each[field] is not None) == there), None)


async def shut_out(stage: Stage, former: Person, owner: Person, animal: UUID, link: Link) -> None:
    """The link of who has sold the animal opens nothing any more; the new owner gets one of their own."""
    refused = await until(partial(_refusal, former.http, link.playlist))
    stage.fact(f"{former.name}'s link: refused, {refused}")
    try:
        await ask(former, "GET", f"streams/livestock/{animal}/token")
    except Problem as problem:
        stage.fact(f"{former.name} asks for another: refused, {problem.status} {problem.code}")
    else:
        raise Failure(f"{former.name} still gets links to what they have sold")
    await until(partial(_live, owner, animal))
    await ask(owner, "GET", f"streams/livestock/{animal}/token")
    stage.fact(f"{owner.name} watches now")


async def _refusal(http: httpx.AsyncClient, playlist: str) -> str | None:
    try:
        await _segments(http, playlist)
    except Problem as problem:
        return f"{problem.status} {problem.code}"
    return None


async def _keep(state: State, name: str, content: bytes) -> Path:
    place: Path = state.subfolder("pictures") / name
    await asyncio.to_thread(place.write_bytes, content)
    return place
