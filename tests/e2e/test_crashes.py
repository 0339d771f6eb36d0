"""Any part dies in the middle of many purchases: afterwards nothing is lost, nothing happened twice."""

import random
from typing import Any
from uuid import UUID

import pytest

from amigok import servers
from amigok.client import Person
from amigok.fleet import SERVICES, load
from amigok_chassis.patience import until
from tests.e2e.conftest import paced

PURCHASES = 40
AT_ONCE = 25
VICTIMS = [*(name for name in SERVICES if load(name).database), *servers.ALL]


@pytest.mark.parametrize("victim", VICTIMS)
async def test_whatever_is_killed_every_order_ends_and_all_stores_agree(
    fleet: Any, crowd: list[Person], victim: str
) -> None:
    dice = random.Random(f"seed of {victim}")
    animals = await fleet.flock(PURCHASES, price="10.00")
    kill_at = dice.randrange(8, 24)
    accepted = 0
    killed: list[int] = []

    async def purchase(animal: UUID) -> UUID:
        nonlocal accepted
        order_id = (await dice.choice(crowd).insist(animal)).id
        accepted += 1
        if accepted == kill_at:
            killed.append(fleet.kill(victim))
        return order_id

    orders = await paced((purchase(animal) for animal in animals), at_once=AT_ONCE)
    assert killed
    await until(lambda: _back(fleet, victim, killed[0]))
    await fleet.at_rest()
    assert len(set(orders)) == PURCHASES
    ended = await fleet.query(
        "marketplace", "SELECT state, count(*) FROM orders WHERE id = ANY($1::uuid[]) GROUP BY state", orders
    )
    states = {row["state"]: row["count"] for row in ended}
    assert sum(states.values()) == PURCHASES
    assert set(states) <= {"completed", "cancelled"}
    assert states["completed"] > 0


async def _back(fleet: Any, victim: str, killed: int) -> bool:
    process = fleet.state.processes.get(victim)
    return process is not None and process.pid != killed
