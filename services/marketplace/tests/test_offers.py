"""Offers: who moves when, what may be named, and what follows from an acceptance."""

import asyncio
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.testing import Rig, machine_holds
from amigok_contracts import Event
from amigok_contracts.farm import LivestockDied
from amigok_contracts.marketplace import ListingRemoved, OrderCancelled, OrderCompleted, OrderHoldRequested, OrderPlaced
from amigok_contracts.marketplace_listings import ListingPriceChanged, ListingSold
from amigok_contracts.marketplace_offers import (
    OfferAccepted,
    OfferCountered,
    OfferDeclined,
    OfferEnded,
    OfferExpired,
    OfferMade,
    OfferPaymentFailed,
)
from marketplace.offers import rules
from marketplace.offers.machine import OFFERS
from marketplace.offers.models import Offer
from services.marketplace.tests.conftest import Saga


class Bazaar:
    """A negotiable listing, its seller, and whoever makes offers."""

    def __init__(self, rig: Rig, market: Any) -> None:
        self.rig, self.market = rig, market
        self.seller, self.buyer = new_id(), new_id()
        self.listing, self.livestock_id = "", UUID(int=0)

    async def open(self, *, platform: bool = False) -> None:
        owner = None if platform else self.seller
        self.livestock_id = await self.market.listed(owner, negotiable=True)
        self.listing = await self.market.listing_of(self.livestock_id)

    async def offer(self, amount: str = "200.00", user: UUID | None = None, **changes: Any) -> Any:
        body = {"amount": {"amount": amount, "currency": "USD"}, "listing_version": 1} | changes
        path = f"{self.market.path}/listings/{self.listing}/offers"
        return await self.rig.request("POST", path, user=user or self.buyer, json=body)

    async def act(self, offer: dict[str, Any], action: str, user: UUID, **changes: Any) -> Any:
        body = {"version": offer["version"]} | changes
        return await self.rig.request("POST", f"{self.market.path}/offers/{offer['id']}/{action}", user=user, json=body)

    async def for_platform(self, offer: dict[str, Any], action: str, user: UUID, **changes: Any) -> Any:
        body = {"version": offer["version"]} | changes
        path = f"/api/v1/admin/marketplace/offers/{offer['id']}/{action}"
        return await self.rig.request("POST", path, user=user, role="admin", json=body)

    async def seen(self, offer: dict[str, Any], user: UUID | None = None) -> dict[str, Any]:
        answer = await self.rig.request("GET", f"{self.market.path}/offers/{offer['id']}", user=user or self.buyer)
        found: dict[str, Any] = answer.json()
        return found

    async def hear(self, *kinds: type[Event]) -> None:
        """Delivers what the marketplace itself has said."""
        for kind in kinds:
            await self.rig.deliver(*await self.rig.events(kind))

    async def accepted(self, amount: str = "200.00") -> tuple[dict[str, Any], Saga]:
        offer = (await self.offer(amount)).json()
        answer = await self.act(offer, "accept", self.seller)
        assert answer.status_code == 200, answer.text
        return answer.json(), Saga((await self.rig.events(OrderPlaced))[-1])


@pytest.fixture
async def bazaar(rig: Rig, market: Any) -> Bazaar:
    bazaar = Bazaar(rig, market)
    await bazaar.open()
    return bazaar


def money(amount: str) -> dict[str, Any]:
    return {"amount": {"amount": amount, "currency": "USD"}}


def test_an_offer_moves_as_its_table_says() -> None:
    def take(action: str, state: str | None) -> str:
        offer = Offer(state=state)
        offer.become(action, now=clock.now())
        assert (offer.ended_at is None) == (offer.state in OFFERS.open)
        return offer.state

    machine_holds(OFFERS, take)


@pytest.mark.parametrize(("asked", "lowest"), [(100, 50), (101, 51), (1, 1), (24_000, 12_000)])
def test_the_lowest_amount_is_rounded_up(asked: int, lowest: int) -> None:
    assert rules.floor(asked, percent=50) == lowest


async def test_an_offer_is_countered_and_accepted_and_its_order_is_at_that_amount(rig: Rig, bazaar: Bazaar) -> None:
    made = await bazaar.offer("200.00")
    assert (made.status_code, made.json()["state"], made.json()["your_turn"]) == (201, "awaiting_seller", False)
    countered = (await bazaar.act(made.json(), "counter", bazaar.seller, **money("220.00"))).json()
    assert (countered["state"], countered["version"], countered["amount"]["amount"]) == ("awaiting_buyer", 2, "220.00")
    accepted = (await bazaar.act(countered, "accept", bazaar.buyer)).json()
    [placed], [asked] = await rig.events(OrderPlaced), await rig.events(OrderHoldRequested)
    assert (str(placed.order_id), str(placed.price), str(placed.fee)) == (
        accepted["order_id"],
        "220.00 USD",
        "5.50 USD",
    )
    assert (asked.payer_id, asked.amount, asked.assurance is not None) == (bazaar.buyer, placed.price, True)
    assert asked.agreed_at is not None
    [told] = await rig.events(OfferAccepted)
    assert set(told.recipient_ids) == {bazaar.buyer, bazaar.seller}
    assert [(event.recipient_ids, event.side) for event in await rig.events(OfferCountered)] == [
        ((bazaar.buyer,), "seller")
    ]
    assert [event.recipient_ids for event in await rig.events(OfferMade)] == [(bazaar.seller,)]
    busy = await bazaar.market.buy(bazaar.livestock_id, new_id())
    assert (busy.json()["code"], busy.json()["state"]) == ("listing_not_active", "reserved")
    moves = [(move["action"], move["side"]) for move in (await bazaar.seen(accepted))["moves"]]
    assert moves == [("make", "buyer"), ("counter", "seller"), ("accept", "buyer")]


async def test_an_accepted_offer_ends_as_its_order_does(rig: Rig, bazaar: Bazaar) -> None:
    offer, saga = await bazaar.accepted()
    await rig.deliver(saga.hold_placed())
    await rig.deliver(saga.transferred())
    await bazaar.market.confirm(saga)
    await rig.deliver(saga.captured())
    await bazaar.hear(OrderCompleted, ListingSold)
    assert (await bazaar.seen(offer))["state"] == "completed"
    assert await rig.events(OfferEnded) == []


async def test_an_offer_whose_amount_cannot_be_held_frees_the_listing_and_says_no_more(
    rig: Rig, bazaar: Bazaar
) -> None:
    offer, saga = await bazaar.accepted()
    await rig.deliver(saga.hold_refused("insufficient_funds"))
    await bazaar.hear(OrderCancelled, OrderCancelled)
    for side in (bazaar.buyer, bazaar.seller):
        shown = await bazaar.seen(offer, side)
        assert (shown["state"], shown["reason"]) == ("payment_failed", None)
    assert len(await rig.events(OfferPaymentFailed)) == 1
    [listing] = await bazaar.market.shown()
    assert listing["state"] == "live"
    other = (await bazaar.offer("210.00", new_id())).json()
    assert (await bazaar.act(other, "accept", bazaar.seller)).status_code == 200


async def test_accepting_one_offer_declines_the_rest(rig: Rig, bazaar: Bazaar) -> None:
    rivals = [new_id() for _ in range(3)]
    offers = [(await bazaar.offer("180.00", rival)).json() for rival in rivals]
    await bazaar.act(offers[0], "counter", bazaar.seller, **money("230.00"))
    mine = (await bazaar.offer("200.00")).json()
    await bazaar.act(mine, "accept", bazaar.seller)
    states = [(await bazaar.seen(offer, rival))["state"] for offer, rival in zip(offers, rivals, strict=True)]
    assert states == ["declined"] * 3
    assert {event.recipient_ids[0] for event in await rig.events(OfferDeclined)} == set(rivals)


@pytest.mark.parametrize("amount", ["119.99", "240.00", "300.00", "0.00", "-5.00"])
async def test_what_may_not_be_offered_is_refused_with_what_may(bazaar: Bazaar, amount: str) -> None:
    refused = (await bazaar.offer(amount)).json()
    assert refused["code"] == "offer_out_of_range"
    assert (refused["lowest"]["amount"], refused["highest"]["amount"]) == ("120.00", "239.99")


async def test_each_side_moves_towards_the_other_and_in_turn(bazaar: Bazaar) -> None:
    made = (await bazaar.offer("200.00")).json()
    early = await bazaar.act(made, "accept", bazaar.buyer)
    assert early.json()["code"] == "not_your_turn"
    assert (await bazaar.act(made, "withdraw", bazaar.seller)).json()["code"] == "not_your_turn"
    for amount in ("200.00", "240.01"):
        refused = await bazaar.act(made, "counter", bazaar.seller, **money(amount))
        assert refused.json()["code"] == "offer_out_of_range"
    countered = (await bazaar.act(made, "counter", bazaar.seller, **money("240.00"))).json()
    stale = await bazaar.act(made, "decline", bazaar.buyer)
    assert (stale.json()["code"], stale.json()["version"]) == ("version_conflict", 2)
    back = (await bazaar.act(countered, "counter", bazaar.buyer, **money("210.00"))).json()
    assert (back["state"], back["amount"]["amount"]) == ("awaiting_seller", "210.00")
    assert (await bazaar.act(back, "withdraw", bazaar.buyer)).json()["state"] == "withdrawn"
    assert (await bazaar.act(back | {"version": 4}, "accept", bazaar.seller)).json()["code"] == "offer_closed"


async def test_strangers_learn_nothing_of_an_offer(bazaar: Bazaar) -> None:
    made = (await bazaar.offer()).json()
    stranger = new_id()
    for action in ("accept", "decline", "withdraw"):
        assert (await bazaar.act(made, action, stranger)).status_code == 404
    assert (await bazaar.seen(made, stranger))["code"] == "offer_not_found"
    shown = str(await bazaar.seen(made, bazaar.seller))
    assert str(bazaar.buyer) not in shown
    assert str(bazaar.seller) not in str(await bazaar.seen(made))


async def test_offers_are_few_at_a_time(bazaar: Bazaar) -> None:
    made = (await bazaar.offer()).json()
    assert (await bazaar.offer()).json()["code"] == "offer_pending"
    for _ in range(2):
        await bazaar.act(made, "withdraw", bazaar.buyer)
        made = (await bazaar.offer()).json()
    await bazaar.act(made, "withdraw", bazaar.buyer)
    assert (await bazaar.offer()).json()["code"] == "too_many_offers"


async def test_an_offer_is_on_what_the_buyer_has_read(bazaar: Bazaar) -> None:
    assert (await bazaar.offer(listing_version=2)).json()["code"] == "version_conflict"
    assert (await bazaar.offer(user=bazaar.seller)).json()["code"] == "own_listing"
    terms = {"version": 1, "price": bazaar.market.price, "title": "Ewe", "description": "", "negotiable": False}
    path = f"{bazaar.market.path}/listings/{bazaar.listing}"
    await bazaar.rig.request("PUT", path, user=bazaar.seller, json=terms)
    assert (await bazaar.offer(listing_version=2)).json()["code"] == "not_negotiable"


async def test_an_offer_that_nobody_answers_expires(rig: Rig, bazaar: Bazaar) -> None:
    made = (await bazaar.offer()).json()
    clock.set_offset(timedelta(hours=49))
    assert (await bazaar.act(made, "decline", bazaar.seller)).json()["code"] == "offer_closed"
    for _ in range(2):
        await rig.run_job("expire_offers")
    assert (await bazaar.seen(made))["state"] == "expired"
    assert len(await rig.events(OfferExpired)) == 1


async def test_what_ends_a_listing_or_changes_its_price_ends_the_offers_on_it(rig: Rig, bazaar: Bazaar) -> None:
    made = (await bazaar.offer()).json()
    terms = {"version": 1, "price": money("230.00")["amount"], "title": "Ewe", "description": "", "negotiable": True}
    path = f"{bazaar.market.path}/listings/{bazaar.listing}"
    assert (await rig.request("PUT", path, user=bazaar.seller, json=terms)).status_code == 200
    assert (await bazaar.act(made, "accept", bazaar.seller)).json()["code"] == "listing_changed"
    newer = (await bazaar.offer(user=new_id(), listing_version=2)).json()
    await bazaar.hear(ListingPriceChanged)
    assert ((await bazaar.seen(made))["reason"], (await bazaar.seen(newer, bazaar.seller))["reason"]) == (
        "price_changed",
        None,
    )
    died = LivestockDied(
        livestock_id=bazaar.livestock_id,
        aggregate_version=3,
        death_id=new_id(),
        owner_id=bazaar.seller,
        died_at=clock.now(),
    )
    await rig.deliver(died)
    assert (await bazaar.act(newer, "accept", bazaar.seller)).json()["code"] == "listing_not_active"
    await bazaar.hear(ListingRemoved, ListingRemoved)
    assert [event.reason for event in await rig.events(OfferEnded)] == ["price_changed", "listing_ended"]


@pytest.mark.parametrize("side", ["buyer", "seller"])
async def test_the_offers_of_who_is_shut_out_end_and_are_not_accepted_before(
    rig: Rig, bazaar: Bazaar, side: str
) -> None:
    made = (await bazaar.offer()).json()
    gone = getattr(bazaar, side)
    await rig.is_known(gone, status="deactivated")
    left = await bazaar.act(made, "accept", bazaar.seller)
    assert left.json()["code"] in ("offer_closed", "account_inactive")
    assert await rig.events(OrderPlaced) == []


async def test_nobody_accepts_alone_or_for_themselves_what_the_platform_sells_cheaply(rig: Rig, market: Any) -> None:
    bazaar = Bazaar(rig, market)
    await bazaar.open(platform=True)
    made = (await bazaar.offer("150.00")).json()
    assert (await bazaar.for_platform(made, "accept", bazaar.buyer)).json()["code"] == "own_behalf"
    assert (await bazaar.act(made, "accept", market.admin)).status_code == 404
    accepted = await bazaar.for_platform(made, "accept", market.admin)
    assert accepted.json()["state"] == "accepted"
    assert (await rig.told())[-1]["action"] == "offer.answered"
    low = (await bazaar.offer("119.00", new_id())).json()
    assert low["code"] == "listing_not_active"
    listed = await rig.request("GET", "/api/v1/admin/marketplace/offers?platform=true", user=market.admin, role="admin")
    assert [row["buyer_id"] for row in listed.json()["items"]] == [str(bazaar.buyer)]


async def test_of_many_who_accept_at_once_one_does(rig: Rig, bazaar: Bazaar) -> None:
    offers = [(await bazaar.offer("180.00", new_id())).json() for _ in range(4)]
    answers = await asyncio.gather(*(bazaar.act(offer, "accept", bazaar.seller) for offer in offers * 2))
    assert sorted(answer.status_code for answer in answers) == [200] + [409] * 7
    assert len(await rig.events(OrderPlaced)) == 1
