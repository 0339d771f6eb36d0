"""Any part dies in the middle of much work: afterwards nothing is lost, nothing happened twice."""

import asyncio
import os
import random
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any
from uuid import UUID

import pytest

from amigok import servers
from amigok.client import Person
from amigok.fleet import SERVICES, load
from amigok_chassis.invariants import Agrees
from amigok_chassis.patience import until
from tests.e2e import herds
from tests.e2e.conftest import paced

PURCHASES = 40
AT_ONCE = 25


def acts_in_purchases(name: str) -> bool:
    """Whether a service states what became of an order."""
    return any(isinstance(each, Agrees) and each.noun == "order" for each in load(name).invariants)


BUYING = tuple(name for name in SERVICES if acts_in_purchases(name))
LOOKING_ON = tuple(name for name in SERVICES if load(name).database and name not in BUYING)
"""Services that a purchase does without. They die in the same purchases, each at another time."""

VICTIMS = [*((name,) for name in BUYING), LOOKING_ON, *((name,) for name in servers.ALL)]

PERIODS = int(os.environ.get("AMIGOK_E2E_PERIODS", "40"))
"""Periods of feed that are due at once; `AMIGOK_E2E_PERIODS=2000` takes some minutes."""

TREATED = 8
"""Animals that are cared for meanwhile."""


@pytest.mark.parametrize("victims", VICTIMS, ids=" ".join)
async def test_whatever_is_killed_every_order_ends_and_all_stores_agree(
    fleet: Any, crowd: list[Person], victims: tuple[str, ...]
) -> None:
    dice = random.Random(f"seed of {victims}")
    animals = await fleet.flock(PURCHASES, price="10.00")
    kill_at = dict(zip(dice.sample(range(8, 24), len(victims)), victims, strict=True))
    accepted = 0
    killed: dict[str, int] = {}

    async def purchase(animal: UUID) -> UUID:
        nonlocal accepted
        order_id = (await dice.choice(crowd).insist(animal)).id
        accepted += 1
        if victim := kill_at.get(accepted):
            killed[victim] = fleet.kill(victim)
        return order_id

    orders = await paced((purchase(animal) for animal in animals), at_once=AT_ONCE)
    assert set(killed) == set(victims)
    for victim, pid in killed.items():
        await until(partial(fleet.is_back, victim, pid))
    await fleet.at_rest()
    assert len(set(orders)) == PURCHASES
    ended = await fleet.query(
        "marketplace", "SELECT state, count(*) FROM orders WHERE id = ANY($1::uuid[]) GROUP BY state", orders
    )
    states = {row["state"]: row["count"] for row in ended}
    assert sum(states.values()) == PURCHASES
    assert set(states) <= {"completed", "cancelled"}
    assert states["completed"] > 0


async def test_feed_care_wallet_and_broker_are_killed_while_periods_end_and_each_is_settled_once(
    fleet: Any, crowd: list[Person]
) -> None:
    sheep = await fleet.flock(TREATED, price="1.00")
    await paced(owner.buy(animal) for owner, animal in zip(crowd, sheep, strict=False))
    subscriptions = await _subscriptions(fleet, crowd, like=sheep[0])
    first = await _periods(fleet, list(subscriptions))
    ending, going_on = list(subscriptions)[::2], list(subscriptions)[1::2]
    await paced(herds.cancelled(subscriptions[each], each, when="period_end") for each in ending)
    vet, checkup = await fleet.hire("vet", "veterinarian"), await herds.a_care_service(fleet)
    cared = asyncio.create_task(_cared_for(fleet, vet, checkup, dict(zip(sheep, crowd, strict=False))))

    await fleet.query("feed", herds.DAY_LATER, list(subscriptions))
    await _kill_all_while_they_end(fleet, first)
    await until(lambda: _settled(fleet, first, PERIODS))
    assert await cared == {"completed"}
    await paced(herds.cancelled(subscriptions[each], each, when="now") for each in going_on)
    await fleet.at_rest()

    counts = "SELECT state, count(*) FROM holds WHERE reference_id = ANY($1::uuid[]) GROUP BY state"
    holds = await fleet.query("wallet", counts, first)
    assert {row["state"]: row["count"] for row in holds} == {"captured": PERIODS // 2, "released": PERIODS // 2}
    assert len(await _periods(fleet, ending)) == len(ending)
    assert len(await _periods(fleet, going_on)) == 2 * len(going_on)


async def _subscriptions(fleet: Any, crowd: list[Person], *, like: UUID) -> dict[UUID, Person]:
    """Subscriptions with their owners. Half of the animals get a meal."""
    owners = [crowd[number % len(crowd)] for number in range(PERIODS)]
    animals = await herds.told(fleet, like, owners)
    package = await herds.a_package(fleet, like)
    pairs = zip(owners, animals, strict=True)
    made = await paced((herds.subscribe(*each, package) for each in pairs), at_once=AT_ONCE)
    await until(partial(herds.run, fleet, made))
    await herds.fed(fleet, animals[: PERIODS // 2])
    return dict(zip(made, owners, strict=True))


async def _cared_for(fleet: Any, vet: Person, service_id: UUID, animals: Mapping[UUID, Person]) -> set[str]:
    """How requests for care of these animals end."""

    async def care(owner: Person, animal: UUID) -> str:
        request = await herds.held(owner, animal, service_id)
        return str((await herds.cared_for(fleet, vet, request.id)).state)

    return set(await paced(care(owner, animal) for animal, owner in animals.items()))


async def _kill_all_while_they_end(fleet: Any, periods: Sequence[UUID]) -> None:
    """Each of those who settle them, and care, dies once a part of them is settled."""
    killed: dict[str, int] = {}
    for number, victim in enumerate(["feed", "care", "wallet", "rabbitmq"]):
        part = len(periods) * (2 * number + 1) // 8
        await until(partial(_settled, fleet, periods, part))
        killed[victim] = fleet.kill(victim)
    for victim, pid in killed.items():
        await until(partial(fleet.is_back, victim, pid))


async def _periods(fleet: Any, subscriptions: Sequence[UUID]) -> list[UUID]:
    rows = await fleet.query("feed", "SELECT id FROM periods WHERE subscription_id = ANY($1::uuid[])", subscriptions)
    return [row["id"] for row in rows]


async def _settled(fleet: Any, periods: Sequence[UUID], part: int) -> bool:
    """Whether so many of the periods are settled."""
    ended = "SELECT count(*) FROM periods WHERE id = ANY($1::uuid[]) AND state = 'settled'"
    return (await fleet.query("feed", ended, periods))[0]["count"] >= part
