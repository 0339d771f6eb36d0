"""What buyers and sellers say of each other."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import httpx
import pytest

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.testing import Rig, machine_holds
from amigok_contracts.identity import UserDeleted
from amigok_contracts.marketplace_reviews import ReviewHidden, ReviewPublished
from marketplace.reviews.levels import level
from marketplace.reviews.machine import REVIEWS
from marketplace.reviews.models import Seller
from marketplace.settings import Settings


class Sale:
    """A completed order of a user's animal, and what its parties do."""

    def __init__(self, rig: Rig, market: Any, saga: Any) -> None:
        self.rig, self.market = rig, market
        self.buyer, self.seller, self.id = saga.order.buyer_id, saga.order.seller_id, saga.order.order_id
        self.animal = saga.order.livestock_id

    async def write(self, by: UUID, rating: int, text: str = "", *, method: str = "POST") -> httpx.Response:
        path, body = f"{self.market.path}/orders/{self.id}/review", {"rating": rating, "text": text}
        return await self.rig.request(method, path, user=by, json=body)

    async def read(self, by: UUID) -> list[Any]:
        path = f"{self.market.path}/orders/{self.id}/reviews"
        return list((await self.rig.request("GET", path, user=by)).json())

    async def post(self, review: Any, what: str, by: UUID, **body: Any) -> httpx.Response:
        return await self.rig.request("POST", f"{self.market.path}/reviews/{review['id']}/{what}", user=by, json=body)

    async def judge(self, review: Any, *, hidden: bool, by: UUID | None = None) -> httpx.Response:
        path = f"/api/v1/admin/marketplace/reviews/{review['id']}/verdict"
        body = {"hidden": hidden, "reason": "It insults the seller."}
        return await self.rig.request("PUT", path, user=by or new_id(), role="admin", json=body)

    async def rating(self) -> dict[str, Any]:
        """What everybody reads of the seller: they list another animal, which leads to them."""
        other = await self.market.listed(self.seller)
        seller: dict[str, Any] = (await self.rig.request("GET", f"{self.market.path}/livestock/{other}/seller")).json()
        return seller


async def sold(rig: Rig, market: Any, *, seller: UUID | None = None) -> Sale:
    saga = await market.escrowed(seller)
    await market.confirm(saga)
    await rig.deliver(saga.captured())
    return Sale(rig, market, saga)


@pytest.fixture
async def sale(rig: Rig, market: Any) -> Sale:
    return await sold(rig, market)


def test_the_table_of_reviews_holds() -> None:
    machine_holds(REVIEWS)


async def test_neither_reads_the_others_review_before_both_have_written(rig: Rig, sale: Sale) -> None:
    assert (await sale.write(sale.buyer, 5, "A fine ewe")).status_code == 201
    assert (await sale.write(sale.buyer, 1)).json()["code"] == "reviewed_before"
    assert (await sale.read(sale.seller), len(await sale.read(sale.buyer))) == ([], 1)
    assert (await sale.rating())["reviews"] == 0
    await sale.write(sale.seller, 4)
    assert [each["rating"] for each in await sale.read(sale.seller)] == [5, 4]
    assert {(each.by, each.rating) for each in await rig.events(ReviewPublished)} == {("buyer", 5), ("seller", 4)}
    shown = await sale.rating()
    assert (shown["rating"], shown["stars"], shown["level"]) == (5.0, [0, 0, 0, 0, 1], "new")
    public = await rig.request("GET", f"{sale.market.path}/sellers/{shown['id']}/reviews")
    [item] = public.json()["items"]
    assert item["text"] == "A fine ewe"
    assert str(sale.buyer) not in public.text
    assert shown["id"] != str(sale.seller)
    assert (await rig.request("GET", f"{sale.market.path}/sellers/{sale.seller}")).status_code == 404


async def test_when_the_time_is_over_what_was_written_is_published_and_nothing_more_is(rig: Rig, sale: Sale) -> None:
    await sale.write(sale.buyer, 2)
    clock.set_offset(timedelta(days=14, seconds=1))
    await rig.run_job("publish_due")
    await rig.run_job("publish_due")
    assert len(await rig.events(ReviewPublished)) == 1
    assert [each["rating"] for each in await sale.read(sale.seller)] == [2]
    assert (await sale.write(sale.seller, 1)).json()["code"] == "not_reviewable"


async def test_a_review_changes_for_seven_days_and_not_once_it_is_published(rig: Rig, market: Any, sale: Sale) -> None:
    await sale.write(sale.buyer, 2)
    assert (await sale.write(sale.seller, 2, method="PUT")).json()["code"] == "review_not_found"
    assert (await sale.write(sale.buyer, 4, method="PUT")).json()["rating"] == 4
    await sale.write(sale.seller, 3)
    assert (await sale.write(sale.buyer, 1, method="PUT")).json()["code"] == "review_final"
    other = await sold(rig, market)
    await other.write(other.buyer, 2)
    clock.set_offset(timedelta(days=7, seconds=1))
    assert (await other.write(other.buyer, 1, method="PUT")).json()["code"] == "review_final"


async def test_only_the_parties_of_a_completed_order_review_it(rig: Rig, market: Any, sale: Sale) -> None:
    assert (await sale.write(new_id(), 5)).status_code == 404
    saga = await market.escrowed()
    waiting = Sale(rig, market, saga)
    assert (await waiting.write(waiting.buyer, 5)).json()["code"] == "not_reviewable"
    for rating in (0, 6):
        assert (await sale.write(sale.buyer, rating)).status_code == 422


async def test_a_review_of_the_platform_waits_for_nobody(rig: Rig, market: Any) -> None:
    saga, _ = await market.saga_of(await market.listed(), new_id())
    await rig.deliver(saga.hold_placed(), saga.transferred(), saga.captured())
    sale = Sale(rig, market, saga)
    assert (await sale.write(sale.buyer, 3)).json()["state"] == "published"
    assert (await sale.rating())["stars"] == [0, 0, 1, 0, 0]


async def test_the_reviewed_reply_once(rig: Rig, sale: Sale) -> None:
    await sale.write(sale.buyer, 1, "Lame")
    mine = (await sale.read(sale.buyer))[0]
    assert (await sale.post(mine, "reply", sale.seller, text="No")).status_code == 404
    await sale.write(sale.seller, 5)
    assert (await sale.post(mine, "reply", sale.buyer, text="No")).status_code == 404
    assert (await sale.post(mine, "reply", sale.seller, text="It was not.")).json()["reply"] == "It was not."
    assert (await sale.post(mine, "reply", sale.seller, text="No")).json()["code"] == "replied_before"


async def test_a_reported_review_is_hidden_and_does_not_count(rig: Rig, sale: Sale) -> None:
    await sale.write(sale.buyer, 1, "Liar")
    await sale.write(sale.seller, 5)
    mine = (await sale.read(sale.buyer))[0]
    path = "/api/v1/admin/marketplace/reviews/reported"

    async def waiting() -> list[Any]:
        return list((await rig.request("GET", path, user=new_id(), role="admin")).json()["items"])

    for _ in range(2):
        assert (await sale.post(mine, "report", sale.seller, reason="insulting")).status_code == 204
    [reported] = await waiting()
    assert (reported["review"]["id"], reported["reason"]) == (mine["id"], "insulting")
    for party in (sale.buyer, sale.seller):
        assert (await sale.judge(mine, hidden=True, by=party)).json()["code"] == "own_review"
    for _ in range(2):
        assert (await sale.judge(mine, hidden=True)).json()["state"] == "hidden"
    assert ((await sale.rating())["reviews"], await waiting()) == (0, [])
    assert [each["side"] for each in await sale.read(sale.seller)] == ["seller"]
    assert (await sale.judge(mine, hidden=False)).json()["state"] == "published"
    assert (await sale.rating())["stars"] == [1, 0, 0, 0, 0]
    assert len(await rig.events(ReviewHidden)) == 1


async def test_words_of_the_deleted_are_erased_and_their_stars_stay(rig: Rig, sale: Sale) -> None:
    await sale.write(sale.buyer, 4, "Good")
    await sale.write(sale.seller, 5, "Quick")
    await sale.post((await sale.read(sale.buyer))[0], "reply", sale.seller, text="Thanks")
    for user in (sale.buyer, sale.seller):
        await rig.deliver(UserDeleted(user_id=user, role="investor", status="deleted"))
    left = await sale.read(sale.buyer)
    assert [(each["rating"], each["text"], each["reply"]) for each in left] == [(4, "", ""), (5, "", None)]


@pytest.mark.parametrize(
    ("stars", "name"),
    [
        ([0, 0, 0, 0, 2], "new"),
        ([3, 0, 0, 0, 0], "rated"),
        ([0, 0, 0, 10, 0], "trusted"),
        ([0, 0, 0, 20, 30], "top"),
        ([50, 0, 0, 0, 0], "rated"),
    ],
)
def test_levels_follow_from_the_rules(stars: list[int], name: str) -> None:
    assert level(Seller(stars=stars), Settings()) == name
