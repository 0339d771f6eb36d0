"""A player's day: tasks for an animal, done by what the farm records and by hand, and what that gives."""

from functools import partial
from typing import Any
from uuid import UUID, uuid4

from amigok.client import Person
from amigok.demo_pilot import noon
from amigok_chassis import clock
from amigok_chassis.patience import until
from amigok_client.api import achievements, coins, friends, pilot, shop, tasks
from amigok_client.models import CoinPriceIn, DashboardOut, HandleIn, JoinIn, PilotTaskOut, ShopItemIn
from tests.e2e.conftest import code_of
from tests.e2e.herds import fed, seen


async def known(fleet: Any, owners: dict[UUID, Person]) -> bool:
    """Whether the game knows that these animals are theirs."""
    rows = await fleet.query("game", "SELECT id, owner_id FROM animals WHERE id = ANY($1::uuid[])", list(owners))
    return {row["id"]: row["owner_id"] for row in rows} == {animal: owner.id for animal, owner in owners.items()}


async def task_of(person: Person, kind: str) -> PilotTaskOut:
    return next(task for task in (await person.send(tasks.list_tasks(state="open"))).items if task.kind == kind)


async def test_a_player_cares_for_an_animal_wins_coins_spends_them_and_meets_a_friend(fleet: Any) -> None:
    anna, ben = [await fleet.person(name, money="10.00") for name in ("anna", "ben")]
    ewe, ram = await fleet.flock(2, price="4.00")
    for owner, animal in ((anna, ewe), (ben, ram)):
        assert (await owner.buy(animal)).state == "completed"
    await until(partial(known, fleet, {ewe: anna, ram: ben}))
    handles = [f"{name}-{uuid4().hex[:4]}x" for name in ("Anna", "Ben")]
    for person, handle in zip((anna, ben), handles, strict=True):
        await person.send(
            pilot.join_pilot_farming(body=JoinIn(noon(clock.now()), handle=handle, visibility="everyone"))
        )
    made = (await anna.send(tasks.list_tasks())).items
    assert {(task.kind, task.livestock_id) for task in made} == {
        (kind, ewe) for kind in ("feed", "health_check", "clean", "exercise")
    }

    # The farm logs a meal, which does the task of whoever owns the animal; cleaning is done by hand.
    feed, clean = [next(task for task in made if task.kind == kind) for kind in ("feed", "clean")]
    assert await code_of(anna.send(tasks.complete_task(feed.id))) == "evidence_needed"
    await fed(fleet, [ewe, ram])
    assert await code_of(ben.send(tasks.complete_task(clean.id))) == "task_not_found"
    assert (await anna.send(tasks.complete_task(clean.id))).state == "done"

    def is_rich(it: DashboardOut) -> bool:
        return it.coins >= 15 and it.level.xp >= 45 and {each.kind: each.done for each in it.today}["feed"] == 1

    dashboard = await seen(anna, pilot.read_game_dashboard(), is_rich)  # a meal, a clean pen and the first day
    assert (dashboard.coins, dashboard.level.xp) == (4 + 1 + 10, 20 + 5 + 20)
    assert dashboard.streak.current == 1
    granted = [each.name for each in (await anna.send(achievements.list_achievements())).items if each.granted_at]
    assert "First day" in granted  # other journeys make achievements, too

    # Coins buy a badge, at the price that was seen.
    hat = await fleet.admin.send(shop.add_shop_item(body=ShopItemIn("badge", f"Straw hat {uuid4().hex[:6]}", 12)))
    assert await code_of(anna.send(shop.buy_shop_item(hat.id, body=CoinPriceIn(11)))) == "coin_price_changed"
    assert (await anna.send(shop.buy_shop_item(hat.id, body=CoinPriceIn(12)))).balance == 3
    amounts = [each.amount for each in (await anna.send(coins.list_coins())).items]
    assert (sum(amounts), sorted(amounts)) == (3, [-12, 1, 4, 10])

    # A friend is on the board of friends.
    asked = await ben.send(friends.ask_to_be_friends(body=HandleIn(handles[0])))
    await anna.send(friends.accept_friend(asked.id))
    await seen(ben, pilot.read_game_dashboard(), lambda it: it.level.xp == 20)
    board = await anna.send(pilot.read_players_leaderboard(scope="friends"))
    assert [(each.rank, each.handle) for each in board.items] == [(1, handles[0]), (2, handles[1])]
    assert board.me is not None
    assert board.me.rank == 1
