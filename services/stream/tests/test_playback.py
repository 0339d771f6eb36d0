"""Links to live video: who gets one, and when it ends."""

from datetime import timedelta
from typing import Any

import httpx
import pytest
from pydantic import SecretStr

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from services.stream.tests.conftest import Yard
from stream import links
from stream.playback import grants, rendering
from stream.revocations import memory
from stream.revocations.service import revoke
from stream.settings import Settings

SETTINGS = Settings(link_secret=SecretStr("x"), callback_secret=SecretStr("y"), media_url="http://127.0.0.1:9")


@pytest.fixture
async def farm(yard: Yard) -> Yard:
    yard.rig.context.use(SETTINGS)
    return yard


async def link(yard: Yard, livestock_id: Any, **who: Any) -> str:
    """The path and query of a link."""
    answer = await yard.ask("GET", f"streams/livestock/{livestock_id}/token", **{"by": yard.owner} | who)
    assert answer.status_code == 200, answer.text
    return str(httpx.URL(answer.json()["playlist_url"]).raw_path.decode())


async def play(yard: Yard, path: str) -> httpx.Response:
    """What a player gets that asks now; revocations are read anew."""
    yard.rig.context.once(memory._made).read_at = float("-inf")
    return await yard.rig.http.get(path)


def code(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]


async def test_the_owner_sees_the_cameras_of_the_area_and_those_assigned_by_hand(farm: Yard) -> None:
    livestock_id, machine = await farm.animal(), await farm.machine()
    by_area, by_hand = await farm.camera(machine), await farm.camera(machine, area_id=new_id(), name="Scale")
    await farm.camera(machine, area_id=new_id())
    await farm.place(livestock_id)
    await farm.rig.db.fetch("INSERT INTO camera_animals VALUES ($1, $2, now(), $1)", by_hand, livestock_id)
    answer = await farm.ask("GET", f"streams/livestock/{livestock_id}", by=farm.owner)
    seen = answer.json()
    assert [stream["camera_id"] for stream in seen["streams"]] == [str(by_area), str(by_hand)]
    assert (seen["basis"], seen["streams"][0]["live"]) == ("owner", False)
    token = await farm.rig.request("GET", seen["streams"][1]["token_url"], user=farm.owner)
    assert token.json()["camera_id"] == str(by_hand)


async def test_a_link_plays_a_slate_without_header_or_cookie_while_the_camera_is_offline(farm: Yard) -> None:
    livestock_id = await shown(farm)
    answer = await play(farm, await link(farm, livestock_id))
    assert answer.headers["Content-Type"] == "application/vnd.apple.mpegurl"
    assert answer.headers["Cache-Control"] == "no-store"
    assert "/media/slate/" in answer.text


async def test_strangers_and_former_owners_get_no_link(farm: Yard) -> None:
    livestock_id = await shown(farm)
    for path in (f"streams/livestock/{livestock_id}", f"streams/livestock/{livestock_id}/token"):
        assert code(await farm.ask("GET", path, by=farm.stranger)) == (404, "livestock_not_found")
        assert code(await farm.ask("GET", path.replace(str(livestock_id), str(new_id())), by=farm.owner))[0] == 404
    await farm.sell(livestock_id, farm.stranger)
    for path in (f"streams/livestock/{livestock_id}", f"streams/livestock/{livestock_id}/token"):
        assert code(await farm.ask("GET", path, by=farm.owner)) == (403, "live_not_yours")


async def test_no_link_leads_to_a_camera_that_does_not_show_the_animal(farm: Yard) -> None:
    livestock_id = await shown(farm)
    elsewhere = await farm.camera(await farm.machine(), area_id=new_id())
    for camera_id in (elsewhere, new_id()):
        path = f"streams/livestock/{livestock_id}/token?camera_id={camera_id}"
        assert code(await farm.ask("GET", path, by=farm.owner)) == (404, "camera_elsewhere")


async def test_who_sold_the_animal_is_out_and_who_bought_it_is_in(farm: Yard) -> None:
    livestock_id = await shown(farm)
    owners, staffs = await link(farm, livestock_id), await link(farm, livestock_id, by=farm.hand, role="farm_staff")
    await farm.sell(livestock_id, farm.stranger)
    assert code(await play(farm, owners)) == (410, "playback_ended")
    assert (await play(farm, staffs)).status_code == 200
    assert (await play(farm, await link(farm, livestock_id, by=farm.stranger))).status_code == 200


async def test_a_link_ends_with_its_camera_and_with_its_time(farm: Yard) -> None:
    livestock_id = await shown(farm)
    path = await link(farm, livestock_id)
    claims = links.read(farm.rig.db.data_key, grants.PURPOSE, path.partition("link=")[2])
    old = links.make(farm.rig.db.data_key, grants.PURPOSE, claims, expires_at=clock.now() - timedelta(seconds=1))
    assert code(await play(farm, f"/api/v1/streams/play/index.m3u8?link={old}")) == (410, "link_expired")
    async with farm.rig.db.unit_of_work() as db:
        await revoke(db, camera_id=(await farm.rig.db.fetch("SELECT id FROM cameras"))[0]["id"])
    assert code(await play(farm, path)) == (410, "playback_ended")


@pytest.mark.parametrize("odd", ["", "x", "é", "%00", "a.b", "A" * 7000, "e30.AAAA"])
async def test_what_is_no_link_is_refused(farm: Yard, odd: str) -> None:
    for name in ("index", "source", "low"):
        answer = await play(farm, f"/api/v1/streams/play/{name}.m3u8?link={odd}")
        assert answer.status_code in (403, 422)


async def test_a_link_for_something_else_plays_nothing(farm: Yard) -> None:
    other = links.make(
        farm.rig.db.data_key, "recordings", {"c": new_id().hex}, expires_at=links.lasts(timedelta(hours=1))
    )
    assert code(await play(farm, f"/api/v1/streams/play/index.m3u8?link={other}")) == (403, "link_invalid")


async def test_there_are_other_qualities_only_where_they_are_made(farm: Yard) -> None:
    path = (await link(farm, await shown(farm))).replace("index", "low")
    assert code(await play(farm, path)) == (404, "rendition_not_found")
    farm.rig.context.use(SETTINGS.model_copy(update={"renditions": True}))
    assert (await play(farm, path)).status_code == 200
    assert (await play(farm, path.replace("low", "huge"))).status_code in (404, 422)


async def test_nothing_plays_while_nobody_knows_what_was_revoked(farm: Yard) -> None:
    path = await link(farm, await shown(farm))
    assert (await play(farm, path)).status_code == 200
    await farm.rig.db.fetch("ALTER TABLE revocations RENAME TO elsewhere")
    assert code(await play(farm, path)) == (503, "revocations_unknown")
    await farm.rig.db.fetch("ALTER TABLE elsewhere RENAME TO revocations")


async def test_nothing_plays_without_a_media_server(farm: Yard) -> None:
    path = await link(farm, await shown(farm))
    farm.rig.context.use(Settings())
    assert code(await play(farm, path)) == (503, "media_unavailable")


async def test_a_playlist_asks_the_database_nothing_while_what_is_known_is_fresh(farm: Yard) -> None:
    path = await link(farm, await shown(farm))
    first = await play(farm, path)
    farm.rig.context.once(memory._made).read_at += 60
    for shown_ in farm.rig.context.once(rendering._made).values():
        object.__setattr__(shown_, "at", shown_.at + 60)
    for table in ("revocations", "publishers"):
        await farm.rig.db.fetch(f"DROP TABLE {table}")
    assert (await farm.rig.http.get(path)).text == first.text


@pytest.mark.parametrize("what", ["moved", "revoked"])
async def test_a_link_ends_when_the_cameras_device_goes_elsewhere(farm: Yard, what: str) -> None:
    machine, livestock_id = await farm.machine(), await farm.animal()
    await farm.camera(machine)
    await farm.place(livestock_id)
    path, device = await link(farm, livestock_id), f"admin/jetson/devices/{machine.id}"
    assert (await play(farm, path)).status_code == 200
    if what == "moved":
        there = str(await farm.farm(new_id(), staff=[]))
        body = {"name": "Barn device", "farm_id": there, "capabilities": [], "version": 1}
        answer = await farm.as_admin("PUT", device, body)
    else:
        answer = await farm.as_admin("DELETE", device)
    assert answer.status_code in (200, 204), answer.text
    assert code(await play(farm, path)) == (410, "playback_ended")


async def shown(yard: Yard) -> Any:
    """An animal that a camera shows."""
    livestock_id = await yard.animal()
    await yard.camera(await yard.machine())
    await yard.place(livestock_id)
    return livestock_id
