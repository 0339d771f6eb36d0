"""Footage that owners release for buyers."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import httpx
import pytest
from sqlalchemy.dialects.postgresql import Range

from amigok_chassis import clock
from amigok_chassis.auth import Principal
from amigok_chassis.ids import new_id
from amigok_contracts import Money
from amigok_contracts.identity import UserDeleted
from amigok_contracts.marketplace import ListingPublished, ListingRemoved
from amigok_contracts.stream_recordings import FootageReleased, FootageWithdrawn
from amigok_herd import LivestockNotFound
from services.stream.tests.conftest import Yard
from stream.access.service import Viewing, require_footage, require_viewing

NOW = clock.now().replace(microsecond=0)
BEGIN, END = NOW - timedelta(days=20), NOW - timedelta(days=19)


async def release(
    yard: Yard, livestock_id: UUID, *, by: UUID, begin: datetime = BEGIN, end: datetime = END, **more: Any
) -> httpx.Response:
    body = {"begins_at": begin.isoformat(), "ends_at": end.isoformat()} | more
    return await yard.ask("POST", f"livestock/{livestock_id}/released-footage", body, by=by)


async def list_for_sale(yard: Yard, livestock_id: UUID) -> ListingPublished:
    price = Money.of_minor(24_000, "EUR")
    listing = ListingPublished(listing_id=new_id(), livestock_id=livestock_id, resale=True, price=price)
    await yard.rig.deliver(listing)
    return listing


async def footage(yard: Yard, livestock_id: UUID, by: UUID) -> Viewing:
    async with yard.rig.db.reader() as db:
        return await require_footage(db, Principal(by, "investor", "", 0.0), livestock_id)


async def sees(yard: Yard, livestock_id: UUID, by: UUID) -> list[Range[datetime]]:
    try:
        return [each.during for each in (await footage(yard, livestock_id, by)).released]
    except LivestockNotFound:
        return []


async def test_what_is_released_is_seen_by_all_while_the_animal_is_for_sale(yard: Yard) -> None:
    livestock_id = await yard.animal()
    assert (await release(yard, livestock_id, by=yard.owner)).status_code == 201
    assert await sees(yard, livestock_id, yard.stranger) == []
    listing = await list_for_sale(yard, livestock_id)
    assert await sees(yard, livestock_id, yard.stranger) == [Range(BEGIN, END)]
    async with yard.rig.db.reader() as db:
        with pytest.raises(LivestockNotFound):
            await require_viewing(db, Principal(yard.stranger, "investor", "", 0.0), livestock_id)
    await yard.rig.is_known(yard.stranger, status="deactivated")
    assert await sees(yard, livestock_id, yard.stranger) == []
    await yard.rig.is_known(yard.stranger)
    ids = {"listing_id": listing.listing_id, "livestock_id": livestock_id}
    await yard.rig.deliver(ListingRemoved(**ids, reason="sold"), listing)
    assert await sees(yard, livestock_id, yard.stranger) == []


async def test_the_buyer_keeps_seeing_what_was_released_until_it_is_withdrawn(yard: Yard) -> None:
    livestock_id, buyer = await yard.animal(), new_id()
    released = (await release(yard, livestock_id, by=yard.owner)).json()
    await yard.sell(livestock_id, buyer)
    assert await sees(yard, livestock_id, buyer) == [Range(BEGIN, END)]
    path = f"livestock/{livestock_id}/released-footage/{released['id']}"
    assert (await yard.ask("DELETE", path, by=buyer)).json()["code"] == "release_not_found"
    assert (await yard.ask("DELETE", path, by=yard.owner)).status_code == 204
    assert (await yard.ask("DELETE", path, by=yard.owner)).status_code == 404
    assert await sees(yard, livestock_id, buyer) == []
    assert len(await yard.rig.events(FootageReleased)) == len(await yard.rig.events(FootageWithdrawn)) == 1


async def test_nobody_releases_more_than_their_own_time(yard: Yard) -> None:
    livestock_id, buyer, sold = await yard.animal(), new_id(), NOW - timedelta(days=10)
    await yard.sell(livestock_id, buyer, at=sold)
    for by, begin, end in (
        (yard.owner, sold - timedelta(hours=1), sold + timedelta(seconds=1)),
        (yard.owner, NOW - timedelta(days=101), END),
        (buyer, sold - timedelta(seconds=1), NOW),
    ):
        answer = await release(yard, livestock_id, by=by, begin=begin, end=end)
        assert (answer.status_code, answer.json()["code"]) == (409, "not_your_time")
    assert (await release(yard, livestock_id, by=yard.stranger)).status_code == 404
    assert (await release(yard, livestock_id, by=yard.owner, begin=END, end=BEGIN)).status_code == 422


async def test_what_turns_out_to_be_anothers_time_is_shown_no_more(yard: Yard) -> None:
    livestock_id, middle = await yard.animal(), BEGIN + timedelta(hours=6)
    await release(yard, livestock_id, by=yard.owner)
    await yard.sell(livestock_id, new_id(), at=middle)
    await list_for_sale(yard, livestock_id)
    assert await sees(yard, livestock_id, yard.stranger) == [Range(BEGIN, middle)]


async def test_releasing_the_same_again_has_no_further_effect(yard: Yard) -> None:
    livestock_id, camera_id = await yard.animal(), new_id()
    answers = [await release(yard, livestock_id, by=yard.owner, camera_id=str(camera_id)) for _ in range(2)]
    assert answers[0].json() == answers[1].json()
    listed = await yard.ask("GET", f"livestock/{livestock_id}/released-footage", by=yard.owner)
    assert listed.json()["items"] == [answers[0].json()]
    others = await yard.ask("GET", f"livestock/{livestock_id}/released-footage", by=yard.stranger)
    assert others.json() == {"items": []}


async def test_what_a_deleted_user_has_released_is_withdrawn(yard: Yard) -> None:
    livestock_id, buyer = await yard.animal(), new_id()
    await release(yard, livestock_id, by=yard.owner)
    await yard.sell(livestock_id, buyer)
    await yard.rig.deliver(UserDeleted(user_id=yard.owner, role="investor", status="deleted"))
    assert await sees(yard, livestock_id, buyer) == []
