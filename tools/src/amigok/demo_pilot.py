"""The step of the demonstration in which an owner plays: tasks for an animal, coins, and what they buy."""

from __future__ import annotations

import secrets
from datetime import datetime
from functools import partial

from amigok.client import Person
from amigok.movable_clock import Clock
from amigok.stage import Stage
from amigok_chassis.ids import new_id
from amigok_chassis.patience import until
from amigok_client import Problem
from amigok_client.api import achievements, barn, pilot, shop, tasks
from amigok_client.models import (
    CoinPriceIn,
    DashboardOut,
    FeedingIn,
    JoinIn,
    LivestockDetails,
    PilotTaskOut,
    ShopItemIn,
)

HAT = 12
"""What a badge costs, in coins: a meal, a clean pen and the first day give more."""


async def play(
    stage: Stage, admin: Person, owner: Person, hand: Person, animal: LivestockDetails, clock: Clock
) -> None:
    """A day of a player: one task is done by what the farm logs, others by hand, and coins buy a badge."""
    player = await owner.send(pilot.join_pilot_farming(body=JoinIn(noon(clock.now()))))
    stage.fact(f"{owner.name} plays as {player.handle}, in {player.time_zone}")
    todo = await until(partial(_tasks, owner))
    stage.fact(f"to do for {animal.tag_number}: {', '.join(sorted(task.kind for task in todo))}")
    await hand.send(barn.log_feeding(body=FeedingIn(new_id(), clock.now(), animal.id)))
    await owner.send(tasks.complete_task(next(task.id for task in todo if task.by_hand)))
    [dashboard] = await until(partial(_rewarded, owner))
    done = [f"{each.done} of {each.total} {each.kind}" for each in dashboard.today]
    stage.fact(f"{hand.name} logs a meal, {owner.name} cleans: {', '.join(done)}")
    stage.fact(f"{dashboard.level.xp} points, level {dashboard.level.level}, {dashboard.coins} coins")
    granted = (await owner.send(achievements.list_achievements())).items
    stage.fact(f"achievements: {', '.join(each.name for each in granted if each.granted_at)}")
    await _buy(stage, admin, owner)


async def _tasks(owner: Person) -> list[PilotTaskOut]:
    return (await owner.send(tasks.list_tasks(state="open"))).items


async def _rewarded(owner: Person) -> list[DashboardOut]:
    """The dashboard, once the meal and the first day have given what they give."""
    dashboard = await owner.send(pilot.read_game_dashboard())
    fed = next(each.done for each in dashboard.today if each.kind == "feed")
    return [dashboard] if fed and dashboard.coins >= HAT else []


async def _buy(stage: Stage, admin: Person, owner: Person) -> None:
    hat = await admin.send(shop.add_shop_item(body=ShopItemIn("badge", f"Straw hat {secrets.token_hex(3)}", HAT)))
    try:
        await owner.send(shop.buy_shop_item(hat.id, body=CoinPriceIn(HAT - 1)))
    except Problem as problem:
        stage.fact(f"a badge at another price: refused, {problem}")
    bought = await owner.send(shop.buy_shop_item(hat.id, body=CoinPriceIn(HAT)))
    stage.fact(f"a badge for {bought.price} coins; {bought.balance} are left")


def noon(now: datetime) -> str:
    """A time zone in which it is about noon, so that the day does not end meanwhile."""
    hours = now.hour - 12
    return f"Etc/GMT{hours:+}" if hours else "UTC"
