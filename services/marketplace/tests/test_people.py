"""Deactivated and deleted people neither buy nor sell."""

import asyncio
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from amigok_chassis import clock, standing
from amigok_chassis.ids import new_id
from amigok_chassis.testing import Rig
from amigok_contracts.identity import UserDeletionRequested, UserStandingChanged
from amigok_contracts.marketplace import ListingRemoved, MarketplaceDeletionChecked, OrderCancelled, OrderConfirmed

PAYMENT = {"pay_with": "payment"}
SHUT_OUT = pytest.mark.parametrize("status", ["deactivated", "deleted"])


def news(user_id: UUID, status: str, version: int) -> UserStandingChanged:
    return UserStandingChanged(
        user_id=user_id,
        aggregate_version=version,
        role="investor",
        status=status,
        verified=True,
        kyc="not_submitted",
        registered_at=clock.now(),
        credentials_changed_at=None,
        decides_from=clock.now(),
    )


async def read(rig: Rig, market: Any, livestock_id: UUID) -> Any:
    return (await rig.request("GET", f"{market.path}/livestock/{livestock_id}")).json()


@SHUT_OUT
async def test_what_they_offer_is_neither_shown_nor_bought(rig: Rig, market: Any, status: str) -> None:
    seller = new_id()
    livestock_id, other = await market.listed(seller), await market.listed(new_id())
    unlisted = await market.animal(new_id())
    listing = await market.listing_of(livestock_id)
    await rig.deliver(news(seller, status, 2))
    assert [shown["livestock_id"] for shown in await market.shown()] == [str(other)]
    answers = [await market.buy(each, new_id(), json={"listing_id": listing}) for each in (livestock_id, unlisted)]
    reads = [await rig.request("GET", f"{market.path}/livestock/{each}") for each in (livestock_id, unlisted)]
    for hidden, absent in (answers, reads):
        assert (hidden.status_code, hidden.json()["code"]) == (404, "not_listed")
        instance = {"instance": absent.json()["instance"]}
        assert hidden.json() | instance == absent.json()


async def test_what_they_offer_comes_back_when_they_are_let_in_again(rig: Rig, market: Any) -> None:
    seller = new_id()
    livestock_id = await market.listed(seller)
    await rig.deliver(news(seller, "deactivated", 2), news(seller, "active", 3), news(seller, "deactivated", 2))
    assert [shown["livestock_id"] for shown in await market.shown()] == [str(livestock_id)]
    assert await rig.events(ListingRemoved) == []
    assert (await market.buy(livestock_id, new_id())).status_code == 202


async def test_what_the_deleted_offer_ends_and_nothing_else(rig: Rig, market: Any) -> None:
    seller = new_id()
    theirs = {await market.listing_of(await market.listed(seller)) for _ in range(3)}
    await market.listed(new_id())
    event = news(seller, "deleted", 2)
    await rig.deliver(event, event)
    removed = await rig.events(ListingRemoved)
    assert {(str(each.listing_id), each.reason) for each in removed} == {(one, "seller_inactive") for one in theirs}
    assert len(removed) == 3
    assert len(await market.shown()) == 1


@SHUT_OUT
@pytest.mark.parametrize("pay_with", ["wallet", "payment"])
async def test_an_order_of_theirs_whose_price_is_not_held_is_cancelled(
    rig: Rig, market: Any, status: str, pay_with: str
) -> None:
    buyer = new_id()
    livestock_id = await market.listed()
    saga, order_id = await market.saga_of(livestock_id, buyer, json={"pay_with": pay_with})
    await rig.deliver(news(buyer, status, 2), saga.hold_placed())
    order = await market.order_of(order_id, buyer)
    assert (order["state"], order["reason"]) == ("cancelled", "account_inactive")
    assert len(await rig.events(OrderCancelled)) == 1
    assert (await market.buy(livestock_id, new_id())).status_code == 202


@SHUT_OUT
@pytest.mark.parametrize("pay_with", ["wallet", "payment"])
async def test_an_order_of_what_they_sell_is_cancelled_without_a_word_of_them(
    rig: Rig, market: Any, status: str, pay_with: str
) -> None:
    seller, buyer = new_id(), new_id()
    livestock_id = await market.listed(seller)
    saga, order_id = await market.saga_of(livestock_id, buyer, json={"pay_with": pay_with})
    await rig.deliver(news(seller, status, 2), saga.hold_placed())
    order = await market.order_of(order_id, buyer)
    assert (order["state"], order["reason"]) == ("cancelled", "listing_not_active")
    assert await rig.events(OrderConfirmed) == []
    assert [each.reason for each in await rig.events(ListingRemoved)] == ["seller_inactive"] * (status == "deleted")


@SHUT_OUT
@pytest.mark.parametrize("decision", ["transferred", "refused"])
async def test_when_the_price_is_held_the_farm_decides(rig: Rig, market: Any, status: str, decision: str) -> None:
    seller, buyer = new_id(), new_id()
    livestock_id = await market.listed(seller)
    saga, order_id = await market.saga_of(livestock_id, buyer)
    await rig.deliver(saga.hold_placed(), news(seller, status, 2))
    assert (await market.order_of(order_id, buyer))["state"] == "confirmed"
    if decision == "transferred":
        await rig.deliver(saga.transferred())
        await market.confirm(saga)
        await rig.deliver(saga.captured())
        assert (await market.order_of(order_id, buyer))["state"] == "completed"
        return
    await rig.deliver(saga.transfer_refused("expired"))
    assert (await market.order_of(order_id, buyer))["state"] == "cancelled"
    assert (await read(rig, market, livestock_id))["code"] == "not_listed"
    assert [each.reason for each in await rig.events(ListingRemoved)] == ["seller_inactive"] * (status == "deleted")
    await rig.deliver(news(seller, "active", 3))
    assert len(await market.shown()) == (status == "deactivated")


@SHUT_OUT
async def test_what_was_transferred_is_paid_for(rig: Rig, market: Any, status: str) -> None:
    seller, buyer = new_id(), new_id()
    saga, order_id = await market.saga_of(await market.listed(seller), buyer)
    await rig.deliver(saga.hold_placed(), saga.transferred(), news(seller, status, 2), news(buyer, status, 2))
    assert (await market.order_of(order_id, buyer))["state"] == "escrowed"
    clock.set_offset(timedelta(days=14, minutes=1))
    await rig.run_job("enforce_deadlines")
    assert (await market.order_of(order_id, buyer))["state"] == "processing"
    await rig.deliver(saga.captured())
    assert (await market.order_of(order_id, buyer))["state"] == "completed"


@SHUT_OUT
async def test_they_neither_buy_nor_offer_with_a_session_that_has_not_heard_of_it(
    rig: Rig, market: Any, status: str
) -> None:
    user = new_id()
    livestock_id = await market.animal(user)
    await rig.deliver(news(user, status, 2))
    for answer in (await market.buy(await market.listed(), user), await market.offer(livestock_id, user)):
        assert (answer.status_code, answer.json()["code"]) == (403, "account_inactive")


async def test_news_of_a_deletion_and_an_order_that_ends_at_once_leave_nothing_for_sale(
    rig: Rig, market: Any, outsider: Any, somebody_waits: Any
) -> None:
    for first in ("news", "refusal"):
        seller = new_id()
        livestock_id = await market.listed(seller)
        saga, _ = await market.saga_of(livestock_id, new_id())
        await rig.deliver(saga.hold_placed())
        events = {"news": news(seller, "deleted", 2), "refusal": saga.transfer_refused("expired")}
        waiting: list[asyncio.Future[Any]] = []
        async with outsider.transaction():
            await outsider.execute("SELECT FROM listings WHERE livestock_id = $1 FOR UPDATE", livestock_id)
            for name in sorted(events, key=lambda name: name != first):
                waiting.append(asyncio.ensure_future(rig.deliver(events[name])))
                await somebody_waits(len(waiting))
        await asyncio.gather(*waiting)
        assert await market.shown() == []
    assert [each.reason for each in await rig.events(ListingRemoved)] == ["seller_inactive"] * 2


async def test_an_order_placed_before_the_news_is_heard_is_not_confirmed_after_it(rig: Rig, market: Any) -> None:
    """As when the news and the order cross: nothing was there to be cancelled."""
    seller, buyer = new_id(), new_id()
    for who, reason in ((seller, "listing_not_active"), (buyer, "account_inactive")):
        for pay_with in ("wallet", "payment"):
            saga, order_id = await market.saga_of(await market.listed(seller), buyer, json={"pay_with": pay_with})
            await rig.is_known(who, status="deactivated")
            await rig.deliver(saga.hold_placed())
            assert (await market.order_of(order_id, buyer))["reason"] == reason
            await rig.is_known(who)


@pytest.mark.parametrize("state", ["confirmed", "escrowed"])
async def test_who_buys_or_sells_is_not_deleted_before_that_has_ended(rig: Rig, market: Any, state: str) -> None:
    seller, buyer = new_id(), new_id()
    saga, _ = await market.saga_of(await market.listed(seller), buyer)
    await rig.deliver(saga.hold_placed(), *([saga.transferred()] if state == "escrowed" else []))
    asked = [UserDeletionRequested(user_id=user, request_id=new_id()) for user in (seller, buyer, new_id())]
    await rig.deliver(*asked)
    answers = await rig.events(MarketplaceDeletionChecked)
    assert [(each.user_id, each.request_id) for each in answers] == [(each.user_id, each.request_id) for each in asked]
    assert [each.obstacles for each in answers] == [("orders",), ("orders",), ()]


async def test_a_question_that_comes_before_the_news_ends_orders_whose_price_is_not_held(rig: Rig, market: Any) -> None:
    buyer, livestock_id = new_id(), await market.listed()
    _, order_id = await market.saga_of(livestock_id, buyer, json=PAYMENT)
    await rig.deliver(UserDeletionRequested(user_id=buyer, request_id=new_id()))
    assert [each.obstacles for each in await rig.events(MarketplaceDeletionChecked)] == [()]
    assert (await market.order_of(order_id, buyer))["reason"] == "account_inactive"


async def test_a_listing_or_an_order_that_has_ended_keeps_nobody_from_being_deleted(rig: Rig, market: Any) -> None:
    seller, buyer = new_id(), new_id()
    await market.listed(seller)
    saga, _ = await market.saga_of(await market.listed(seller), buyer)
    await rig.deliver(saga.hold_refused())
    await rig.deliver(*(UserDeletionRequested(user_id=user, request_id=new_id()) for user in (seller, buyer)))
    assert [each.obstacles for each in await rig.events(MarketplaceDeletionChecked)] == [(), ()]


async def test_a_late_event_that_somebody_is_active_touches_nothing_for_it_locks_nothing(rig: Rig, market: Any) -> None:
    buyer = new_id()
    _, order_id = await market.saga_of(await market.listed(new_id()), buyer)
    await rig.is_known(buyer, status="deactivated", aggregate_version=5)
    before = await rig.db.fetch("SELECT * FROM orders")
    await rig.deliver(news(buyer, "active", 4))
    assert await rig.db.fetch("SELECT * FROM orders") == before
    await rig.deliver(news(buyer, "deactivated", 5))
    assert (await market.order_of(order_id, buyer))["reason"] == "account_inactive"


async def test_what_is_known_of_people_is_kept_as_everywhere(rig: Rig, market: Any) -> None:
    user = new_id()
    await rig.deliver(news(user, "deactivated", 5), news(user, "active", 4))
    async with rig.db.unit_of_work() as db:
        assert (await standing.of(db, user)).status == "deactivated"
