"""Announcements: two agree, a segment is told once each, whatever happens meanwhile."""

import asyncio
from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest

from amigok_chassis.testing import Rig, machine_holds
from notification.announcements import service
from notification.announcements.machine import ANNOUNCEMENTS

PATH = "/api/v1/admin/announcements"
TEXTS = {
    language: {"title": f"News {language}", "text": "The market opens at night."} for language in ("en", "es", "ar")
}


async def propose(rig: Rig, **segment: Any) -> httpx.Response:
    body = {"texts": TEXTS, "segment": segment}
    return await rig.request("POST", PATH, user=await rig.administrator(), role="admin", json=body)


async def approved(rig: Rig, **segment: Any) -> str:
    proposal = await propose(rig, **segment)
    decision = await rig.decided(proposal)
    assert decision.status_code == 200, decision.text
    found: str = proposal.json()["id"]
    return found


async def read(rig: Rig, id: str) -> Any:
    return (await rig.request("GET", f"{PATH}/{id}", user=uuid4(), role="admin")).json()


async def send(rig: Rig) -> None:
    await rig.run_task("send_announcement")


async def people(rig: Rig, count: int, **standing: Any) -> list[UUID]:
    return [await rig.is_known(uuid4(), **standing) for _ in range(count)]


async def told(rig: Rig) -> list[UUID]:
    rows = await rig.db.fetch("SELECT user_id FROM notices WHERE kind = 'announcement' ORDER BY user_id")
    return [row["user_id"] for row in rows]


def test_announcements_move_as_the_table_says() -> None:
    machine_holds(ANNOUNCEMENTS)


async def test_a_segment_is_told_in_batches_when_a_second_person_agreed(
    rig: Rig, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(service, "AT_ONCE", 2)
    gamers, _ = await people(rig, 5, role="gamer"), await people(rig, 2)
    await people(rig, 1, role="gamer", status="suspended")
    count = await rig.request("GET", f"{PATH}/recipients?role=gamer", user=uuid4(), role="admin")
    assert count.json() == {"recipients": 5}
    proposal = await propose(rig, role="gamer")
    await send(rig)
    assert await told(rig) == []
    await rig.decided(proposal)
    await send(rig)
    assert await told(rig) == sorted(gamers)
    found = await read(rig, proposal.json()["id"])
    assert (found["state"], found["recipients"], found["told"]) == ("completed", 5, 5)


async def test_each_reads_it_in_their_language(rig: Rig) -> None:
    [anna] = await people(rig, 1, role="gamer")
    settings = {"language": "es", "time_zone": "Europe/Madrid", "digest_hour": 8, "digest_weekday": 0}
    await rig.db.fetch(
        "INSERT INTO people (user_id, language, time_zone, digest_hour, digest_weekday) VALUES ($1, $2, $3, $4, $5)",
        anna,
        *settings.values(),
    )
    await approved(rig, language="es")
    await send(rig)
    assert await told(rig) == [anna]
    [notice] = (await rig.request("GET", "/api/v1/notifications", user=anna)).json()["items"]
    assert (notice["title"], notice["text"]) == ("News es", "The market opens at night.")


async def test_after_a_crash_it_goes_on_where_it_was_and_tells_nobody_twice(
    rig: Rig, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(service, "AT_ONCE", 2)
    gamers = await people(rig, 5, role="gamer")
    id = await approved(rig, role="gamer")
    await service.tell_some(rig.context, UUID(id))
    assert len(await told(rig)) == 2
    await rig.db.fetch("UPDATE announcements SET last_user_id = NULL, told = 0")  # as if the batch was not noted
    await asyncio.gather(*(service.tell_some(rig.context, UUID(id)) for _ in range(2)))
    await send(rig)
    assert await told(rig) == sorted(gamers)
    assert (await read(rig, id))["told"] == 3


async def test_a_cancelled_one_tells_nobody_more(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(service, "AT_ONCE", 2)
    await people(rig, 5, role="gamer")
    id = await approved(rig, role="gamer")
    await service.tell_some(rig.context, UUID(id))
    cancelled = await rig.request("POST", f"{PATH}/{id}/cancel", user=await rig.administrator(), role="admin")
    assert (cancelled.json()["state"], cancelled.json()["told"]) == ("cancelled", 2)
    await send(rig)
    assert len(await told(rig)) == 2
    again = await rig.request("POST", f"{PATH}/{id}/cancel", user=await rig.administrator(), role="admin")
    assert (again.status_code, again.json()["code"]) == (409, "wrong_state")
    assert [entry["action"] for entry in await rig.told()][-2:] == ["announcement.approved", "announcement.cancelled"]


async def test_what_is_not_there_is_not_found(rig: Rig) -> None:
    path = f"{PATH}/{uuid4()}"
    for method, where in (("GET", path), ("POST", f"{path}/cancel")):
        answer = await rig.request(method, where, user=await rig.administrator(), role="admin")
        assert answer.json()["code"] == "announcement_not_found"
