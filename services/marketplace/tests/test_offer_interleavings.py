"""Offers, orders and listings whatever people, services and time do, in any order, repeated and at once.

At most one live listing and one order that reserves an animal, at most one accepted offer a listing, and each accepted
offer has exactly one order, at its amount.
"""

import asyncio
import random
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.testing import Rig
from amigok_contracts.farm import LivestockDied
from amigok_contracts.marketplace import ListingRemoved, OrderCancelled, OrderCompleted, OrderPlaced
from amigok_contracts.marketplace_listings import ListingPriceChanged, ListingSold
from services.marketplace.tests.conftest import Saga
from services.marketplace.tests.test_people import news

ROUNDS = 25
"""So many at least, and more until somebody has accepted."""

OWN = (ListingRemoved, ListingSold, ListingPriceChanged, OrderCancelled, OrderCompleted)
"""What the marketplace hears of itself."""

NEVER = {
    "two accepted offers of a listing": "SELECT listing_id FROM offers WHERE state IN ('accepted', 'completed')"
    " GROUP BY listing_id HAVING count(*) > 1",
    "two live orders of an animal": "SELECT livestock_id FROM orders WHERE state NOT IN ('pending', 'completed',"
    " 'cancelled', 'refunded') OR (state = 'pending' AND offer_id IS NOT NULL)"
    " GROUP BY livestock_id HAVING count(*) > 1",
    "an accepted offer without its one order": "SELECT o.id FROM offers o LEFT JOIN orders r ON r.offer_id = o.id"
    " WHERE o.state IN ('accepted', 'completed', 'payment_failed') GROUP BY o.id, o.amount, o.order_id"
    " HAVING count(r.id) <> 1 OR bool_or(r.price <> o.amount OR r.id <> o.order_id)",
    "an order without its offer": "SELECT r.id FROM orders r LEFT JOIN offers o ON o.order_id = r.id"
    " WHERE r.offer_id IS NOT NULL AND o.id IS DISTINCT FROM r.offer_id",
    "a reservation without an order": "SELECT l.id FROM listings l WHERE l.state = 'reserved' AND NOT EXISTS"
    " (SELECT FROM orders r WHERE r.listing_id = l.id AND r.state NOT IN ('completed', 'cancelled', 'refunded'))",
}
AT_REST = {
    "an offer that waits on what is not for sale": "SELECT o.id FROM offers o JOIN listings l ON l.id = o.listing_id"
    " WHERE o.state LIKE 'awaiting%' AND (l.state NOT IN ('live', 'reserved') OR l.price <> o.asked)",
    "an accepted offer whose order has ended": "SELECT o.id FROM offers o JOIN orders r ON r.id = o.order_id"
    " WHERE o.state = 'accepted' AND r.state IN ('completed', 'cancelled', 'refunded')",
}


class Fair:
    """One seller, three buyers, two animals, and a dice."""

    def __init__(self, rig: Rig, market: Any, seed: int) -> None:
        self.rig, self.market, self.dice = rig, market, random.Random(seed)
        self.seller, self.buyers = new_id(), [new_id() for _ in range(3)]
        self.animals: list[UUID] = []
        self.versions = 10
        self.clock = asyncio.Lock()

    async def open(self) -> None:
        self.animals = [await self.market.listed(self.seller, negotiable=True) for _ in range(2)]

    async def post(self, path: str, user: UUID, body: Any = None, *, method: str = "POST") -> None:
        answer = await self.rig.request(method, f"{self.market.path}/{path}", user=user, json=body)
        assert answer.status_code < 500, answer.text

    async def listing(self) -> Any:
        rows = await self.rig.db.fetch(
            "SELECT id, version, price, livestock_id FROM listings WHERE livestock_id = $1"
            " ORDER BY created_at DESC LIMIT 1",
            self.dice.choice(self.animals),
        )
        return rows[0]

    async def offer(self) -> None:
        listing, cents = await self.listing(), self.dice.randint(12_000, 23_000)
        body = {"amount": {"amount": f"{cents / 100:.2f}", "currency": "USD"}, "listing_version": listing["version"]}
        await self.post(f"listings/{listing['id']}/offers", self.dice.choice(self.buyers), body)

    async def answer(self) -> None:
        rows = await self.rig.db.fetch(
            "SELECT id, version, amount, buyer_id, state FROM offers"
            " ORDER BY state LIKE 'awaiting%' DESC, made_at DESC LIMIT 3"
        )
        if not rows:
            return
        offer = self.dice.choice(rows)
        turn = self.seller if offer["state"] == "awaiting_seller" else offer["buyer_id"]
        user = turn if self.dice.random() < 0.8 else self.dice.choice([self.seller, offer["buyer_id"]])
        action = self.dice.choice(["accept", "accept", "counter", "decline", "withdraw"])
        body: dict[str, Any] = {"version": offer["version"] - (self.dice.random() < 0.1)}
        if action == "counter":
            step = 500 if user == self.seller else -500
            body["amount"] = {"amount": f"{max(offer['amount'] + step, 1) / 100:.2f}", "currency": "USD"}
        await self.post(f"offers/{offer['id']}/{action}", user, body)

    async def reprice(self) -> None:
        listing = await self.listing()
        price = {"amount": f"{self.dice.randint(20_000, 26_000) / 100:.2f}", "currency": "USD"}
        body = {"version": listing["version"], "price": price, "title": "Ewe", "description": "", "negotiable": True}
        await self.post(f"listings/{listing['id']}", self.seller, body, method="PUT")

    async def buy(self) -> None:
        listing = await self.listing()
        await self.market.buy(listing["livestock_id"], self.dice.choice(self.buyers))

    async def withdraw_listing(self) -> None:
        await self.post(f"listings/{(await self.listing())['id']}", self.seller, method="DELETE")

    async def relist(self) -> None:
        await self.market.offer(self.dice.choice(self.animals), self.seller, negotiable=True)

    async def cancel(self) -> None:
        for row in await self.rig.db.fetch("SELECT id, buyer_id FROM orders WHERE state = 'pending' LIMIT 1"):
            await self.post(f"orders/{row['id']}/cancel", row["buyer_id"])

    async def wallet_answers(self) -> None:
        placed = await self.rig.events(OrderPlaced)
        if placed:
            saga = Saga(self.dice.choice(placed))
            await self.rig.deliver(saga.hold_placed() if self.dice.random() < 0.5 else saga.hold_refused())

    async def farm_refuses(self) -> None:
        for row in await self.rig.db.fetch("SELECT id FROM orders WHERE state = 'confirmed' LIMIT 1"):
            placed = [each for each in await self.rig.events(OrderPlaced) if each.order_id == row["id"]]
            await self.rig.deliver(Saga(placed[0]).transfer_refused("expired"))

    async def standing(self) -> None:
        self.versions += 1
        user = self.dice.choice([self.seller, *self.buyers])
        await self.rig.deliver(news(user, "deactivated", self.versions))
        self.versions += 1
        await self.rig.deliver(news(user, "active", self.versions))

    async def death(self) -> None:
        if self.dice.random() < 0.2:
            self.versions += 1
            about = {"livestock_id": self.animals[0], "death_id": new_id(), "owner_id": self.seller}
            await self.rig.deliver(LivestockDied(**about, aggregate_version=self.versions, died_at=clock.now()))

    async def time(self) -> None:
        async with self.clock:
            clock.set_offset(clock.offset() + timedelta(hours=self.dice.choice([1, 1, 50])))
            for job in ("expire_offers", "expire_listings", "enforce_deadlines"):
                await self.rig.run_job(job)

    async def hear(self, *, all_of_it: bool = False) -> None:
        """Some of what the marketplace has said arrives, out of order and now and then again."""
        for kind in self.dice.sample(OWN, len(OWN)):
            said = await self.rig.events(kind)
            for event in said if all_of_it else self.dice.sample(said, min(len(said), 2)):
                await self.rig.deliver(event)

    async def accepted(self) -> bool:
        return bool(await self.rig.db.fetch("SELECT FROM offer_moves WHERE action = 'accept' LIMIT 1"))

    async def check(self, rules: dict[str, str]) -> None:
        for broken, query in rules.items():
            assert await self.rig.db.fetch(query) == [], broken


@pytest.mark.parametrize("seed", range(5))
async def test_whatever_happens_an_offer_that_was_accepted_is_one_order(rig: Rig, market: Any, seed: int) -> None:
    fair = Fair(rig, market, seed)
    await fair.open()
    often: list[Callable[[], Awaitable[None]]] = [fair.offer, fair.answer, fair.answer, fair.wallet_answers, fair.hear]
    rarely = [
        fair.reprice,
        fair.buy,
        fair.withdraw_listing,
        fair.relist,
        fair.relist,
        fair.relist,
        fair.cancel,
        fair.farm_refuses,
        fair.standing,
        fair.death,
        fair.time,
    ]
    rounds = 0
    while rounds < ROUNDS or (rounds < 10 * ROUNDS and not await fair.accepted()):
        rounds += 1
        acts = [fair.dice.choice(often if fair.dice.random() < 0.7 else rarely) for _ in range(3)]
        await asyncio.gather(*(act() for act in acts))
        await fair.check(NEVER)
    await rig.run_job("expire_listings")
    for _ in range(2):
        await fair.hear(all_of_it=True)
    await fair.check(NEVER | AT_REST)
    assert await fair.accepted()
