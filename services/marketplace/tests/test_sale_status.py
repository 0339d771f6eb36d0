"""An animal that the farm has blocked is shown, and refused before anybody pays."""

import asyncio
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.testing import Rig
from amigok_contracts.farm import Block, LivestockSaleStatusChanged, LivestockTransferRefused
from amigok_contracts.marketplace import OrderCancelled, OrderPlaced


def told(livestock_id: UUID, version: int, **until: datetime | None) -> LivestockSaleStatusChanged:
    blocks = tuple(Block(reason=reason, until=end) for reason, end in until.items())
    return LivestockSaleStatusChanged(
        livestock_id=livestock_id, aggregate_version=version, sellable=not blocks, blocks=blocks
    )


async def one(rig: Rig, market: Any, livestock_id: UUID) -> dict[str, Any]:
    shown: dict[str, Any] = (await rig.request("GET", f"{market.path}/livestock/{livestock_id}")).json()
    return shown


async def test_a_listing_shows_what_keeps_its_animal_from_being_sold(rig: Rig, market: Any) -> None:
    seller, end = new_id(), clock.now() + timedelta(days=28)
    livestock_id = await market.listed(seller)
    assert (await one(rig, market, livestock_id))["sellable"] is True
    await rig.deliver(told(livestock_id, 2, withdrawal_period=end, quarantine=None))
    shown = await one(rig, market, livestock_id)
    assert shown["sellable"] is False
    assert [(block["reason"], block["until"] is None) for block in shown["blocks"]] == [
        ("withdrawal_period", False),
        ("quarantine", True),
    ]
    assert datetime.fromisoformat(shown["blocks"][0]["until"]) == end
    mine = (await rig.request("GET", f"{market.path}/my-listings", user=seller)).json()["items"]
    assert [shown] == mine == await market.shown()


async def test_a_blocked_animal_is_not_bought_and_nobody_is_asked_to_pay(rig: Rig, market: Any) -> None:
    livestock_id, end = await market.listed(), clock.now() + timedelta(days=3)
    await rig.deliver(told(livestock_id, 2, withdrawal_period=end))
    refused = await market.buy(livestock_id, new_id())
    assert (refused.status_code, refused.json()["code"]) == (409, "not_for_sale")
    (block,) = refused.json()["blocks"]
    assert (block["reason"], datetime.fromisoformat(block["until"])) == ("withdrawal_period", end)
    assert await rig.events(OrderPlaced) == []
    assert (await one(rig, market, livestock_id))["state"] == "live"


async def test_a_refused_purchase_succeeds_with_the_same_key_once_the_block_is_gone(rig: Rig, market: Any) -> None:
    livestock_id, buyer, headers = await market.listed(), new_id(), {"Idempotency-Key": "patient-buyer"}
    await rig.deliver(told(livestock_id, 2, quarantine=None))
    assert (await market.buy(livestock_id, buyer, headers=headers)).status_code == 409
    await rig.deliver(told(livestock_id, 3))
    assert (await market.buy(livestock_id, buyer, headers=headers)).status_code == 202


async def test_a_blocked_animal_is_not_offered(rig: Rig, market: Any) -> None:
    for seller in (new_id(), None):
        livestock_id = await market.animal(seller)
        await rig.deliver(told(livestock_id, 2, dispute=None))
        refused = await market.offer(livestock_id, seller)
        assert (refused.status_code, refused.json()["code"]) == (409, "not_for_sale")
        assert refused.json()["blocks"] == [{"reason": "dispute", "until": None}]


async def test_a_block_ends_by_the_clock_even_if_nobody_says_so(rig: Rig, market: Any) -> None:
    livestock_id = await market.listed()
    await rig.deliver(told(livestock_id, 2, withdrawal_period=clock.now() + timedelta(days=3)))
    assert (await market.buy(livestock_id, new_id())).status_code == 409
    clock.set_offset(timedelta(days=3, seconds=1))
    shown = await one(rig, market, livestock_id)
    assert (shown["sellable"], shown["blocks"]) == (True, [])
    assert await market.shown() == [shown]
    assert (await market.buy(livestock_id, new_id())).status_code == 202


async def test_only_newer_news_counts_whatever_order_it_comes_in(rig: Rig, market: Any) -> None:
    seller = new_id()
    event = market.registered(seller)
    blocked, freed = told(event.livestock_id, 2, quarantine=None), told(event.livestock_id, 3)
    await rig.deliver(freed, blocked, event, blocked)
    assert (await market.offer(event.livestock_id, seller)).status_code == 201
    assert (await one(rig, market, event.livestock_id))["sellable"] is True


async def test_news_of_the_owner_and_of_blocks_do_not_hide_each_other(rig: Rig, market: Any) -> None:
    buyer, livestock_id = new_id(), await market.listed()
    saga, order_id = await market.saga_of(livestock_id, buyer)
    await rig.deliver(saga.hold_placed(), told(livestock_id, 5, contest=None), saga.transferred(), saga.captured())
    assert (await market.order_of(order_id, buyer))["state"] == "completed"
    assert (await market.offer(livestock_id, buyer)).json()["code"] == "not_for_sale"
    await rig.deliver(told(livestock_id, 6))
    assert (await market.offer(livestock_id, buyer)).status_code == 201


async def test_two_replicas_that_hear_news_at_once_keep_the_newest(rig: Rig, market: Any) -> None:
    livestock_id = await market.listed()
    news = [told(livestock_id, version, quarantine=None) for version in range(2, 12)] + [told(livestock_id, 12)]
    await asyncio.gather(*(rig.deliver(event) for event in news))
    assert (await one(rig, market, livestock_id))["sellable"] is True


@pytest.mark.parametrize("known_before", [True, False])
async def test_an_order_refused_for_a_block_gives_the_money_back_and_the_animal_stays_listed_until_the_block_ends(
    rig: Rig, market: Any, known_before: bool
) -> None:
    """The block came between the order and the transfer; the farm has the last word, whenever its news arrives."""
    buyer, livestock_id = new_id(), await market.listed()
    saga, order_id = await market.saga_of(livestock_id, buyer)
    refusal = LivestockTransferRefused(
        livestock_id=livestock_id,
        order_id=UUID(order_id),
        reasons=("quarantine",),
        blocks=(Block(reason="quarantine", until=None),),
    )
    news = told(livestock_id, 2, quarantine=None)
    await rig.deliver(saga.hold_placed(), *([news, refusal] if known_before else [refusal, news]))
    order = await market.order_of(order_id, buyer)
    assert (order["state"], order["reason"]) == ("cancelled", "quarantine")
    (cancelled,) = await rig.events(OrderCancelled)
    assert (cancelled.payer_id, cancelled.reason) == (buyer, "quarantine")
    shown = await one(rig, market, livestock_id)
    assert (shown["state"], shown["sellable"]) == ("live", False)
    assert (await market.buy(livestock_id, new_id())).json()["code"] == "not_for_sale"
    await rig.deliver(told(livestock_id, 3))
    assert (await market.buy(livestock_id, buyer)).status_code == 202
