"""Animals that are removed, die, or move while they are for sale."""

import asyncio
from collections.abc import Awaitable, Callable
from itertools import permutations
from typing import Any

import pytest

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.testing import Rig
from amigok_contracts import Event, Money
from amigok_contracts.farm import (
    LivestockDied,
    LivestockMoved,
    LivestockOwnershipTransferred,
    LivestockReinstated,
    LivestockRemoved,
)
from amigok_contracts.marketplace import ListingRemoved

ANNA, BORA = new_id(), new_id()
PAYMENT = {"pay_with": "payment"}


def removed(livestock_id: Any, version: int = 5) -> Event:
    fee = Money(amount="25.00", currency="USD")
    return LivestockRemoved(
        livestock_id=livestock_id,
        aggregate_version=version,
        removal_id=new_id(),
        previous_owner_id=ANNA,
        fee=fee,
        removed_at=clock.now(),
    )


def died(livestock_id: Any, version: int = 5) -> Event:
    return LivestockDied(
        livestock_id=livestock_id, aggregate_version=version, death_id=new_id(), owner_id=ANNA, died_at=clock.now()
    )


def reinstated(livestock_id: Any, version: int = 6) -> Event:
    return LivestockReinstated(livestock_id=livestock_id, aggregate_version=version, death_id=new_id(), owner_id=ANNA)


def moved(livestock_id: Any, version: int, farm_name: str) -> Event:
    return LivestockMoved(
        livestock_id=livestock_id,
        aggregate_version=version,
        from_farm_id=new_id(),
        farm_id=new_id(),
        farm_name=farm_name,
        moved_at=clock.now(),
    )


FATES = pytest.mark.parametrize(("gone", "reason"), [(removed, "removed"), (died, "deceased")])


@FATES
async def test_its_listing_is_taken_down_at_once_and_no_other_comes(
    rig: Rig, market: Any, gone: Any, reason: str
) -> None:
    livestock_id = await market.listed(ANNA)
    event = gone(livestock_id)
    await rig.deliver(event, event)
    assert [removed.reason for removed in await rig.events(ListingRemoved)] == [reason]
    assert await market.shown() == []
    assert (await market.buy(livestock_id, BORA)).json()["code"] == "not_listed"
    answer = await market.offer(livestock_id, None)
    assert (answer.status_code, answer.json()["code"], answer.json()["reason"]) == (409, "animal_gone", reason)
    expected = "animal_gone" if reason == "deceased" else "not_owner"  # what is removed is nobody's
    assert (await market.offer(livestock_id, ANNA)).json()["code"] == expected


@FATES
@pytest.mark.parametrize("refusal", ["hold", "transfer", "deadline"])
async def test_an_open_order_ends_and_the_listing_with_it(
    rig: Rig, market: Any, gone: Any, reason: str, refusal: str
) -> None:
    livestock_id = await market.listed(ANNA)
    saga, order_id = await market.saga_of(livestock_id, BORA, json=PAYMENT)
    await rig.deliver(gone(livestock_id))
    assert await rig.events(ListingRemoved) == []  # the farm decides on the order
    if refusal == "hold":
        await rig.deliver(saga.hold_refused())
    else:
        decided = saga.transfer_refused("expired" if refusal == "deadline" else reason)
        await rig.deliver(saga.paid(), saga.hold_placed(), decided)
    order = await market.order_of(order_id, BORA)
    told = {"hold": "insufficient_funds", "transfer": reason, "deadline": "expired"}[refusal]
    assert (order["state"], order["reason"]) == ("cancelled", told)
    assert [removed.reason for removed in await rig.events(ListingRemoved)] == [reason]
    assert (await market.buy(livestock_id, new_id())).json()["code"] == "not_listed"


async def test_a_buyer_who_cancels_does_not_bring_a_dead_animal_back(rig: Rig, market: Any) -> None:
    livestock_id = await market.listed(ANNA)
    _, order_id = await market.saga_of(livestock_id, BORA, json=PAYMENT)
    both = asyncio.gather(
        rig.deliver(died(livestock_id)),
        rig.request("POST", f"{market.path}/orders/{order_id}/cancel", user=BORA),
    )
    await both
    assert [removed.reason for removed in await rig.events(ListingRemoved)] == ["deceased"]
    assert await market.shown() == []


@pytest.mark.parametrize("first", ["news", "cancellation"])
async def test_news_of_a_death_and_a_cancellation_at_once_leave_nothing_for_sale(
    rig: Rig, market: Any, outsider: Any, somebody_waits: Any, first: str
) -> None:
    livestock_id = await market.listed(ANNA)
    _, order_id = await market.saga_of(livestock_id, BORA, json=PAYMENT)
    calls: dict[str, Callable[[], Awaitable[Any]]] = {
        "news": lambda: rig.deliver(died(livestock_id)),
        "cancellation": lambda: rig.request("POST", f"{market.path}/orders/{order_id}/cancel", user=BORA),
    }
    waiting: list[asyncio.Future[Any]] = []
    async with outsider.transaction():
        await outsider.execute("SELECT FROM listings WHERE livestock_id = $1 FOR UPDATE", livestock_id)
        for one in sorted(calls, key=lambda name: name != first):
            waiting.append(asyncio.ensure_future(calls[one]()))
            await somebody_waits(len(waiting))
    await asyncio.gather(*waiting)
    assert [removed.reason for removed in await rig.events(ListingRemoved)] == ["deceased"]
    assert await market.shown() == []


async def test_older_news_never_overwrites_newer_in_any_order(rig: Rig, market: Any) -> None:
    for order in permutations(range(4)):
        registered = market.registered(ANNA)
        livestock_id = registered.livestock_id
        sold = LivestockOwnershipTransferred(
            livestock_id=livestock_id,
            aggregate_version=4,
            order_id=new_id(),
            previous_owner_id=BORA,
            owner_id=ANNA,
            price=Money(amount="1.00", currency="USD"),
            transferred_at=clock.now(),
        )
        news: list[Event] = [registered, sold, died(livestock_id), reinstated(livestock_id)]
        await rig.deliver(*(news[index] for index in order))
        answer = await market.offer(livestock_id, ANNA)
        assert answer.status_code == 201, (order, answer.text)
        await rig.deliver(died(livestock_id))
        assert (await market.buy(livestock_id, BORA)).status_code == 202, order


async def test_an_animal_that_lives_after_all_can_be_offered_again(rig: Rig, market: Any) -> None:
    livestock_id = await market.listed(ANNA)
    await rig.deliver(died(livestock_id), reinstated(livestock_id))
    assert await market.shown() == []
    assert (await market.offer(livestock_id, ANNA)).status_code == 201


async def test_the_farm_shown_is_where_the_animal_moved_last(rig: Rig, market: Any) -> None:
    for order in permutations(range(3)):
        registered = market.registered(ANNA)
        livestock_id = registered.livestock_id
        news = [registered, moved(livestock_id, 2, "Karacabey"), moved(livestock_id, 4, "Bornova")]
        await rig.deliver(*(news[index] for index in order))
        assert (await market.offer(livestock_id, ANNA)).json()["farm_name"] == "Bornova"
