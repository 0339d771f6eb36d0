"""The inbox."""

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

from amigok_chassis import clock
from amigok_chassis.testing import Rig
from amigok_contracts.identity import UserDeleted
from notification.notices import service
from notification.notices.telling import Telling
from notification.people import service as people

PATH = "/api/v1/notifications"


async def tell(rig: Rig, *user_ids: UUID, source: str = "1", within: timedelta = timedelta()) -> dict[UUID, UUID]:
    data = {"amount": {"amount": "240.00", "currency": "USD"}}
    telling = Telling(kind="order_completed", source=source, user_ids=user_ids, data=data, within=within)
    async with rig.db.unit_of_work() as db:
        return await service.tell(db, telling, present=await people.present(db, user_ids))


async def inbox(rig: Rig, user: UUID, query: str = "") -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = (await rig.request("GET", f"{PATH}{query}", user=user)).json()["items"]
    return items


async def unread(rig: Rig, user: UUID) -> int:
    count: int = (await rig.request("GET", f"{PATH}/unread-count", user=user)).json()["unread"]
    return count


async def test_a_fact_is_told_once(rig: Rig) -> None:
    anna, ben = uuid4(), uuid4()
    assert set(await tell(rig, anna)) == {anna}
    assert set(await tell(rig, anna, ben, ben)) == {ben}
    [notice] = await inbox(rig, anna)
    assert (notice["kind"], notice["category"], notice["size"]) == ("order_completed", "orders", 1)
    assert (notice["title"], notice["text"]) == ("Order completed", "The animal is yours. You paid $240.00.")
    assert await unread(rig, anna) == 1


async def test_a_deleted_notice_is_not_told_again(rig: Rig) -> None:
    anna = uuid4()
    told = await tell(rig, anna)
    gone = await rig.request("DELETE", f"{PATH}/{told[anna]}", user=anna)
    assert gone.status_code == 204
    assert await tell(rig, anna) == {}
    assert await inbox(rig, anna) == []
    again = await rig.request("DELETE", f"{PATH}/{told[anna]}", user=anna)
    assert again.json()["code"] == "notice_not_found"


async def test_nobody_reads_or_deletes_what_others_were_told(rig: Rig) -> None:
    anna, eve = uuid4(), uuid4()
    told = await tell(rig, anna)
    for method, path in (("POST", f"{told[anna]}/read"), ("DELETE", f"{told[anna]}")):
        assert (await rig.request(method, f"{PATH}/{path}", user=eve)).json()["code"] == "notice_not_found"
    await rig.request("POST", f"{PATH}/read-all", user=eve, json={"last_id": str(told[anna])})
    assert await unread(rig, anna) == 1


async def test_reading_all_leaves_what_came_later_unread(rig: Rig) -> None:
    anna = uuid4()
    for number in range(3):
        await tell(rig, anna, source=str(number))
    newest, seen, _ = await inbox(rig, anna)
    await rig.request("POST", f"{PATH}/read-all", user=anna, json={"last_id": seen["id"]})
    assert [each["id"] for each in await inbox(rig, anna, "?unread=true")] == [newest["id"]]
    read = await rig.request("POST", f"{PATH}/{newest['id']}/read", user=anna)
    assert read.json()["read_at"] is not None
    assert await unread(rig, anna) == 0


async def test_facts_that_come_together_are_one_notice(rig: Rig) -> None:
    anna, ben, hour = uuid4(), uuid4(), timedelta(hours=1)
    first = await tell(rig, anna, source="0", within=hour)
    for number in range(1, 5):
        assert set(await tell(rig, anna, ben, source=str(number), within=hour)) == ({ben} if number == 1 else set())
    [notice] = await inbox(rig, anna)
    assert (notice["id"], notice["size"]) == (str(first[anna]), 5)
    assert await unread(rig, ben) == 1
    await tell(rig, anna, source="0", within=hour)
    clock.set_offset(hour)
    await tell(rig, anna, source="6", within=hour)
    assert [each["size"] for each in await inbox(rig, anna)] == [1, 5]


async def test_what_comes_after_a_group_was_read_is_told_anew(rig: Rig) -> None:
    anna, hour = uuid4(), timedelta(hours=1)
    told = await tell(rig, anna, source="0", within=hour)
    await rig.request("POST", f"{PATH}/{told[anna]}/read", user=anna)
    assert set(await tell(rig, anna, source="1", within=hour)) == {anna}
    assert await unread(rig, anna) == 1


async def test_who_is_deleted_is_forgotten_and_told_nothing_more(rig: Rig) -> None:
    anna = uuid4()
    await tell(rig, anna)
    await rig.is_known(anna, status="deleted")
    await rig.deliver(UserDeleted(user_id=anna, role="investor", status="deleted"))
    assert await rig.db.fetch("SELECT 1 FROM notices") == []
    assert await tell(rig, anna, source="2") == {}


async def test_what_was_written_while_somebody_was_deleted_is_swept(rig: Rig) -> None:
    anna, ben = uuid4(), uuid4()
    await tell(rig, anna, ben)
    await rig.is_known(anna, status="deleted")
    await rig.run_job("sweep_notices")
    assert [row["user_id"] for row in await rig.db.fetch("SELECT user_id FROM notices")] == [ben]


async def test_old_notices_are_deleted(rig: Rig) -> None:
    await tell(rig, uuid4())
    clock.set_offset(timedelta(days=181))
    await rig.run_job("forget_notices")
    assert await rig.db.fetch("SELECT 1 FROM notices") == []
