"""Logs, sales, the end of periods and what owners choose meet in the same moment."""

import asyncio
from datetime import timedelta
from typing import Any
from uuid import uuid4

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.invariants import Holds, broken
from amigok_chassis.testing import Rig
from feed.billing.invariants import INVARIANTS
from feed.meals.matching import Log
from feed.meals.service import record
from services.feed.tests.herds import BASIC, a_farm, a_package, an_animal, is_sold, subscribed
from services.feed.tests.money import Wallet
from services.feed.tests.test_properties import OF_OTHERS
from services.feed.tests.test_subscriptions import choose


async def _logs(rig: Rig, logs: list[Log]) -> None:
    async with rig.db.unit_of_work() as db:
        await record(db, logs)


async def test_a_herd_that_is_fed_sold_and_renewed_at_once_pays_what_it_ate(rig: Rig, wallet: Wallet) -> None:
    owner, farm, package = uuid4(), await a_farm(rig), await a_package(rig)
    await a_package(rig, **BASIC)
    better = await a_package(rig, name="Better", package_type="premium")
    await wallet.deposits(owner, 1_000_000)
    animals = [await an_animal(rig, farm_id=farm, owner_id=owner) for _ in range(12)]
    made = [await subscribed(rig, owner=owner, animal=animal, package=package, cycle="daily") for animal in animals]
    await wallet.answers()
    due = await rig.db.fetch("SELECT livestock_id, due_at FROM meals WHERE state = 'planned' ORDER BY random()")
    clock.set_offset(clock.offset() + timedelta(days=1, minutes=1))
    logs = [
        Log(id=new_id(), livestock_id=meal["livestock_id"], at=meal["due_at"], kind="fed", by=uuid4()) for meal in due
    ]
    [price] = better["current"]["prices"]["daily"]
    upgrade: dict[str, Any] = {"package_id": better["id"], "price": price}
    await asyncio.gather(
        *(_logs(rig, logs[start::4]) for start in range(4)),
        *(is_sold(rig, each, by=owner, to=uuid4(), ago=timedelta(hours=6)) for each in animals[::3]),
        *(choose(rig, each, "upgrade", user=owner, **upgrade) for each in made[1::3]),
        *(rig.run_task("end_all_due") for _ in range(2)),
        rig.run_job("plan_basic_rations"),
        rig.run_job("mark_missed"),
    )
    await wallet.answers()
    await rig.run_task("end_all_due")
    await wallet.answers()
    for animal in animals:
        assert await rig.db.fetch(OF_OTHERS, animal) == []
    async with rig.db.unit_of_work() as db:
        assert await broken(db, [each for each in INVARIANTS if isinstance(each, Holds)]) == []
    assert sum(wallet.held.values()) == await _asked_for(rig)
    fed = await rig.db.fetch("SELECT coalesce(sum(charged_minor), 0) AS total FROM meals")
    paid = sum(wallet.captured.values()) + sum(wallet.charged.values()) - sum(wallet.rewarded.values())
    open_now = "SELECT coalesce(sum(m.charged_minor), 0) AS total FROM meals m JOIN periods p ON p.id = period_id"
    [running] = await rig.db.fetch(f"{open_now} WHERE p.state = 'open'")
    assert fed[0]["total"] - running["total"] == paid


async def _asked_for(rig: Rig) -> int:
    [held] = await rig.db.fetch("SELECT coalesce(sum(price_minor), 0) AS total FROM periods WHERE state = 'open'")
    return int(held["total"])
