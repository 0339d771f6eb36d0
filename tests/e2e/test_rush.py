"""Many people want the same animals at the same moment."""

import asyncio
from collections import Counter
from typing import Any
from uuid import UUID

import pytest

from amigok.client import Person
from amigok_client import Problem
from amigok_client.api import orders

PRICE = 25


@pytest.mark.parametrize("count", [1, 10])
async def test_of_200_purchases_by_20_people_each_animal_is_sold_once(
    fleet: Any, crowd: list[Person], count: int
) -> None:
    animals = await fleet.flock(count, price=f"{PRICE}.00")
    before = await asyncio.gather(*(person.balance() for person in crowd))

    async def attempt(person: Person, animal: UUID) -> UUID | None:
        """The order that was accepted, if one was."""
        try:
            return (await person.insist(animal)).id
        except Problem as refused:
            if refused.code not in ("listing_not_active", "not_listed", "order_pending"):
                raise
            return None

    async def outcome(person: Person, animal: UUID, order_id: UUID | None) -> UUID | None:
        if order_id is None:
            return None
        order = await person.send(orders.read_order(order_id))
        assert (order.state, order.reason) in (("completed", None), ("cancelled", "listing_not_active"))
        return animal if order.state == "completed" else None

    attempts = [(crowd[number % 20], animals[number // 20 % count]) for number in range(200)]
    placed = await asyncio.gather(*(attempt(*each) for each in attempts))
    await fleet.at_rest()
    results = [await outcome(*each, order_id) for each, order_id in zip(attempts, placed, strict=True)]
    assert Counter(filter(None, results)) == dict.fromkeys(animals, 1)
    paid = Counter(person.id for (person, _), result in zip(attempts, results, strict=True) if result)
    after = await asyncio.gather(*(person.balance() for person in crowd))
    for person, (had, _), (has, held) in zip(crowd, before, after, strict=True):
        assert (float(has), held) == (float(had) - PRICE * paid[person.id], "0.00")
