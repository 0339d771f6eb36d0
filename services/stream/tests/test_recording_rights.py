"""Who may see recordings, by which links, and which bytes of them."""

from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx
import pytest

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_contracts.farm import LivestockMoved
from services.stream.tests.conftest import Yard
from services.stream.tests.footage import Barn
from services.stream.tests.test_releases import list_for_sale, release
from stream.recordings.viewing import MOST


@pytest.fixture
async def barn(yard: Yard, tmp_path: Path) -> Barn:
    """A barn with a recording of ten minutes ago and one of two."""
    barn = await Barn.opened(yard, tmp_path)
    for minutes in (10, 2):
        await barn.recorded(ago=timedelta(minutes=minutes))
    return barn


async def play(barn: Barn, item: dict[str, Any], by: UUID, role: str = "investor") -> httpx.Response:
    return await barn.yard.ask("GET", f"streams/recordings/{item['id']}/play", by=by, role=role)


async def opened(barn: Barn, item: dict[str, Any], by: UUID, **headers: str) -> httpx.Response:
    link = (await play(barn, item, by)).json()["url"]
    return await barn.rig.http.get(link, headers=headers)


async def test_of_a_sold_animal_each_owner_sees_their_own_time_and_nobody_what_lies_across(barn: Barn) -> None:
    newer, older = await barn.lists()
    buyer = new_id()
    await barn.recorded(ago=timedelta(minutes=5))
    await barn.yard.sell(barn.livestock_id, buyer, at=clock.now() - timedelta(minutes=4.5))
    assert [each["id"] for each in await barn.lists()] == [older["id"]]
    assert [each["id"] for each in await barn.lists(by=buyer)] == [newer["id"]]
    assert len(await barn.lists(by=barn.yard.admin, role="admin")) == 3
    for item, by in ((newer, barn.yard.owner), (older, buyer), (newer, barn.yard.stranger)):
        answer = await play(barn, item, by)
        assert (answer.status_code, answer.json()["code"]) == (404, "recording_not_found")


async def test_a_link_ends_with_the_right_to_what_it_shows(barn: Barn) -> None:
    [newer, older] = await barn.lists()
    links = [(await play(barn, item, barn.yard.owner)).json()["url"] for item in (newer, older)]
    await barn.yard.sell(barn.livestock_id, new_id(), at=clock.now() - timedelta(minutes=5))
    assert [(await barn.rig.http.get(link)).status_code for link in links] == [404, 200]
    await barn.yard.rig.is_known(barn.yard.owner, status="deactivated")
    assert [(await barn.rig.http.get(link)).status_code for link in links] == [404, 404]


async def test_staff_see_what_their_own_farm_has_recorded_of_an_animal(barn: Barn) -> None:
    assert len(await barn.lists(by=barn.yard.hand, role="farm_staff")) == 2
    there = await barn.yard.rig.is_known(new_id(), role="farm_staff")
    moved = LivestockMoved(
        livestock_id=barn.livestock_id,
        aggregate_version=10_000,
        farm_id=await barn.yard.farm(new_id(), staff=[there]),
        from_farm_id=barn.yard.farm_id,
        farm_name="Hill Farm",
        moved_at=clock.now(),
    )
    await barn.rig.deliver(moved)
    assert await barn.lists(by=there, role="farm_staff") == []


async def test_what_is_listed_can_be_played_however_many_other_animals_are_in_it(barn: Barn) -> None:
    """Animals of others come first, by detection and by id, and give no right."""
    newer, _ = await barn.lists()
    elsewhere = await barn.yard.farm(new_id(), staff=[])
    others = [await barn.yard.animal(barn.yard.stranger, farm_id=elsewhere) for _ in range(MOST + 1)]
    begin = clock.now() - timedelta(minutes=11)
    for other in others:
        add = "INSERT INTO recording_animals VALUES ($1, $2, true)"
        await barn.rig.db.fetch(add, UUID(newer["id"]), other)
        await release(barn.yard, other, by=barn.yard.stranger, begin=begin, end=clock.now())
    await release(barn.yard, barn.livestock_id, by=barn.yard.owner, begin=begin, end=clock.now())
    await list_for_sale(barn.yard, barn.livestock_id)
    for by, role in ((barn.yard.hand, "farm_staff"), (new_id(), "investor")):
        assert newer in [
            each | {"thumbnail_url": newer["thumbnail_url"]} for each in await barn.lists(by=by, role=role)
        ]
        assert (await play(barn, newer, by, role)).status_code == 200, role


async def test_a_link_ends_with_the_role_that_it_was_given_by(barn: Barn) -> None:
    [newer, _] = await barn.lists()
    link = (await play(barn, newer, barn.yard.admin, "admin")).json()["url"]
    assert (await barn.rig.http.get(link)).status_code == 200
    await barn.yard.rig.is_known(barn.yard.admin, role="investor")
    assert (await barn.rig.http.get(link)).status_code == 404


async def test_a_link_is_for_one_file_and_some_minutes(barn: Barn) -> None:
    newer, older = await barn.lists()
    answer = (await play(barn, newer, barn.yard.owner)).json()
    file, _, token = answer["url"].partition("?link=")
    body, _, digest = token.partition(".")
    other = (await play(barn, older, barn.yard.owner)).json()["url"].partition("?link=")[2]
    for wrong in (token + "x", f"{other.partition('.')[0]}.{digest}", body, "x", "é"):
        answer = await barn.rig.http.get(file, params={"link": wrong})
        assert (answer.status_code, answer.json()["code"]) == (403, "link_invalid"), wrong
    swapped = await barn.rig.http.get("/api/v1/streams/recordings/thumbnail.jpg", params={"link": token})
    assert swapped.json()["code"] == "link_invalid"
    clock.set_offset(timedelta(minutes=11))
    late = await barn.rig.http.get(file, params={"link": token})
    clock.set_offset(timedelta())
    assert (late.status_code, late.json()["code"]) == (410, "link_expired")


async def test_players_get_the_bytes_that_they_ask_for(barn: Barn) -> None:
    [item, _] = await barn.lists()
    link = (await play(barn, item, barn.yard.owner)).json()["url"]
    whole = await barn.rig.http.get(link)
    size, tag = item["size"], whole.headers["ETag"]
    assert (whole.status_code, len(whole.content), whole.headers["Accept-Ranges"]) == (200, size, "bytes")
    for asked, start, end in (
        ("bytes=0-0", 0, 1),
        ("bytes=10-19", 10, 20),
        (f"bytes={size - 5}-", size - 5, size),
        ("bytes=-7", size - 7, size),
        (f"bytes=5-{size * 9}", 5, size),
        (f"bytes=-{size * 9}", 0, size),
    ):
        part = await barn.rig.http.get(link, headers={"Range": asked, "If-Range": tag})
        assert (part.status_code, part.content) == (206, whole.content[start:end]), asked
        assert part.headers["Content-Range"] == f"bytes {start}-{end - 1}/{size}"
        assert int(part.headers["Content-Length"]) == end - start
    for asked, condition in (
        ("bytes=0-1,3-4", ""),
        ("bytes=5-2", ""),
        ("pages=1-2", ""),
        ("bytes=-", ""),
        ("bytes=1-" + "9" * 50, ""),
        ("bytes=0-1", '"another"'),
    ):
        answer = await barn.rig.http.get(link, headers={"Range": asked, "If-Range": condition})
        assert (answer.status_code, len(answer.content)) == (200, size), asked
    for asked in (f"bytes={size}-", "bytes=-0"):
        beyond = await barn.rig.http.get(link, headers={"Range": asked})
        assert (beyond.status_code, beyond.json()["code"]) == (416, "range_not_satisfiable")
        assert beyond.headers["Content-Range"] == f"bytes */{size}"
    head = await barn.rig.http.head(link, headers={"Range": "bytes=10-19"})
    assert (head.status_code, head.headers["Content-Length"], head.content) == (206, "10", b"")


async def test_the_owner_keeps_what_was_theirs_after_the_death_of_the_animal(barn: Barn) -> None:
    await barn.yard.die(barn.livestock_id)
    assert len(await barn.lists()) == 2


async def test_recordings_are_found_by_time_camera_and_page(barn: Barn) -> None:
    newer, older = await barn.lists()
    for query, found in (
        (f"since={older['ended_at']}", [newer["id"]]),
        (f"until={newer['started_at']}", [older["id"]]),
        (f"camera_id={barn.camera_id}", [newer["id"], older["id"]]),
        (f"camera_id={new_id()}", []),
        ("detected=false", [newer["id"], older["id"]]),
        ("detected=true", []),
        ("limit=1", [newer["id"]]),
    ):
        assert [each["id"] for each in await barn.lists(query="?" + query.replace("+", "%2B"))] == found, query
    path = f"streams/livestock/{barn.livestock_id}/recordings?limit=1"
    first = (await barn.yard.ask("GET", path, by=barn.yard.owner)).json()
    second = (await barn.yard.ask("GET", f"{path}&cursor={first['next_cursor']}", by=barn.yard.owner)).json()
    assert [each["id"] for each in second["items"]] == [older["id"]]


async def test_what_is_released_is_played_by_buyers_while_the_animal_is_for_sale(barn: Barn) -> None:
    newer, older = await barn.lists()
    begin = clock.now() - timedelta(minutes=11)
    await release(barn.yard, barn.livestock_id, by=barn.yard.owner, begin=begin, end=begin + timedelta(minutes=5))
    assert (await play(barn, older, barn.yard.stranger)).status_code == 404
    await list_for_sale(barn.yard, barn.livestock_id)
    assert [each["id"] for each in await barn.lists(by=barn.yard.stranger)] == [older["id"]]
    assert (await opened(barn, older, barn.yard.stranger)).status_code == 200
    assert (await play(barn, newer, barn.yard.stranger)).status_code == 404
    keep = await barn.yard.ask("PUT", f"streams/recordings/{older['id']}/keep", by=barn.yard.stranger)
    assert keep.json()["code"] == "recording_not_found"


async def test_one_recording_is_released_as_such(barn: Barn) -> None:
    newer, older = await barn.lists()
    path = f"streams/recordings/{older['id']}/release"
    body = {"livestock_id": str(barn.livestock_id)}
    assert (await barn.yard.ask("POST", path, body, by=barn.yard.stranger)).status_code == 404
    answer = await barn.yard.ask("POST", path, body, by=barn.yard.owner)
    assert (answer.status_code, answer.json()["camera_id"]) == (201, str(barn.camera_id))
    await list_for_sale(barn.yard, barn.livestock_id)
    assert [each["id"] for each in await barn.lists(by=barn.yard.stranger)] == [older["id"]]
    assert newer["id"] != older["id"]
