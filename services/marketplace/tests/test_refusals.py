"""A refusal tells nothing about others that not everybody can read."""

from typing import Any
from uuid import UUID

import httpx

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.testing import Rig
from amigok_contracts.farm import Block, LivestockDied, LivestockRemoved, LivestockSaleStatusChanged
from amigok_contracts.money import Money

PAYMENT = {"pay_with": "payment"}


def told(answer: httpx.Response) -> tuple[int, dict[str, Any]]:
    """All that an answer says but for the path, which the asker knows."""
    return answer.status_code, answer.json() | {"instance": ""}


async def of_all_kinds(rig: Rig, market: Any, owner: UUID) -> list[UUID]:
    """Animals of somebody's: at rest, listed, blocked, dead, removed; one of the platform's; and none."""
    rest, blocked, dead, gone = [await market.animal(owner) for _ in range(4)]
    fee = Money.of_minor(2_500, "USD")
    await rig.deliver(
        LivestockSaleStatusChanged(
            livestock_id=blocked, aggregate_version=2, sellable=False, blocks=(Block(reason="dispute", until=None),)
        ),
        LivestockDied(livestock_id=dead, aggregate_version=2, death_id=new_id(), owner_id=owner, died_at=clock.now()),
        LivestockRemoved(
            livestock_id=gone,
            aggregate_version=2,
            removal_id=new_id(),
            previous_owner_id=owner,
            fee=fee,
            removed_at=clock.now(),
        ),
    )
    return [rest, await market.listed(owner), blocked, dead, gone, await market.animal(None), new_id()]


async def test_offering_what_is_not_ones_own_tells_nothing_of_it(rig: Rig, market: Any) -> None:
    stranger = new_id()
    answers = [told(await market.offer(each, stranger)) for each in await of_all_kinds(rig, market, new_id())]
    assert {status for status, _ in answers} == {403}
    assert all(body == answers[0][1] for _, body in answers)
    assert answers[0][1]["code"] == "not_owner"


async def test_orders_and_listings_of_others_look_like_none(rig: Rig, market: Any) -> None:
    seller, buyer, stranger = new_id(), new_id(), new_id()
    saga, first = await market.saga_of(await market.listed(seller), buyer)
    await rig.deliver(saga.hold_placed())
    _, second = await market.saga_of(await market.listed(seller), buyer, json=PAYMENT)
    listing = await market.listing_of(await market.listed(seller))
    for method, path, ids in (
        ("GET", "orders/{}", [first, second]),
        ("POST", "orders/{}/cancel", [first, second]),
        ("DELETE", "listings/{}", [listing]),
    ):
        answers = [
            told(await rig.request(method, f"{market.path}/{path.format(each)}", user=stranger))
            for each in (*ids, new_id())
        ]
        assert answers[0][0] == 404
        assert all(answer == answers[0] for answer in answers)


async def test_a_seller_cannot_cancel_or_tell_how_the_buyer_stands(rig: Rig, market: Any) -> None:
    seller, buyer = new_id(), new_id()
    for reason in ("insufficient_funds", "wallet_missing", "dispute_open"):
        saga, order_id = await market.saga_of(await market.listed(seller), buyer)
        path = f"{market.path}/orders/{order_id}/cancel"
        assert (await rig.request("POST", path, user=seller)).json()["code"] == "not_found"
        await rig.deliver(saga.hold_refused(reason))
        assert (await market.order_of(order_id, seller))["reason"] == "not_paid"
    saga, order_id = await market.saga_of(await market.listed(seller), new_id())
    await rig.deliver(saga.hold_placed(), saga.transfer_refused("quarantine"))
    assert (await market.order_of(order_id, seller))["reason"] == "quarantine"  # of their own animal


async def test_neither_side_reads_that_the_farm_found_the_other_shut_out(rig: Rig, market: Any) -> None:
    seller, buyer = new_id(), new_id()
    for reason, to_buyer, to_seller in (
        ("seller_inactive", "listing_not_active", "seller_inactive"),
        ("recipient_inactive", "recipient_inactive", "not_paid"),
    ):
        livestock_id = await market.listed(seller)
        saga, order_id = await market.saga_of(livestock_id, buyer)
        await rig.deliver(saga.hold_placed(), saga.transfer_refused("expired", reason))
        told_to = [(await market.order_of(order_id, reader))["reason"] for reader in (buyer, seller)]
        assert told_to == [to_buyer, to_seller]
        path = f"{market.path}/orders/{order_id}"
        assert (await rig.request("GET", path, user=market.admin, role="admin")).json()["reason"] == reason
        assert (
            await market.buy(livestock_id, new_id())
        ).status_code == 202  # it stays, and shows when its seller may act


async def test_orders_that_wait_for_their_price_are_not_seen_by_others(rig: Rig, market: Any) -> None:
    livestock_id, untouched = await market.listed(new_id()), await market.listed(new_id())
    await market.buy(livestock_id, new_id())
    shown = {item["livestock_id"]: item["state"] for item in await market.shown()}
    assert shown == {str(livestock_id): "live", str(untouched): "live"}
    assert (await market.buy(livestock_id, new_id())).status_code == 202


async def test_one_is_told_to_wait_before_anything_is_said_of_the_animal(rig: Rig, market: Any) -> None:
    buyer = new_id()
    for _ in range(3):
        saga, _ = await market.saga_of(await market.listed(), buyer)
        await rig.deliver(saga.hold_refused())
    sold = await market.listed()
    await market.buy(sold, new_id(), json=PAYMENT)
    answers = [await market.buy(each, buyer) for each in (sold, await market.listed(buyer), new_id())]
    assert {(answer.status_code, answer.json()["code"]) for answer in answers} == {(429, "too_many_attempts")}
