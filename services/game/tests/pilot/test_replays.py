"""Whatever order events come in, and however often: the same tasks, experience, coins and achievements."""

import asyncio
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID

import pytest

from amigok_chassis.ids import new_id
from amigok_chassis.testing import Rig
from amigok_contracts import Event
from amigok_contracts.game_pilot import AchievementGranted, LevelReached, TasksCompleted
from game.coins import service as coins
from game.players import locks
from services.game.tests.pilot.conftest import Pasture, checkup, meal, weighing

DAY = datetime(2027, 6, 1, tzinfo=UTC)


def happenings(animals: list[UUID], chance: Random) -> list[Event]:
    """What is recorded of animals on two days."""
    found: list[Event] = []
    for _ in range(16):
        at = DAY + timedelta(minutes=chance.randrange(2 * 24 * 60))
        some = chance.sample(animals, chance.randrange(1, len(animals)))
        found.append(chance.choice([meal(*some, at=at), checkup(some[0], at=at), weighing(some[0], at=at)]))
    return found


async def state(rig: Rig) -> dict[str, list[Any]]:
    """All that players have won; not when it was given."""
    queries = {
        "tasks": "SELECT player_id, livestock_id, kind, local_day, done_at IS NULL, xp, coins FROM tasks",
        "earnings": "SELECT player_id, kind, sum(xp), sum(coins), count(*) FROM earnings GROUP BY 1, 2",
        "players": "SELECT user_id, xp FROM players",
        "coins": "SELECT owner_id, balance FROM coin_accounts",
        "grants": "SELECT player_id, name FROM achievement_grants JOIN achievements ON id = achievement_id",
        "deeds": "SELECT player_id, local_day, kind, count FROM deeds",
        "scores": "SELECT season_id, player_id, xp FROM season_scores",
    }
    return {name: sorted(tuple(map(str, row)) for row in await rig.db.fetch(sql)) for name, sql in queries.items()}


async def play(pasture: Pasture, people: list[UUID], animals: list[UUID], told: list[Event], chance: Random) -> None:
    """Two days, whose tasks are made somewhere among the events, which come in any order, some of them again."""
    pasture.go_to(DAY - timedelta(hours=3))
    for number, person in enumerate(people):
        await pasture.rig.request(
            "POST",
            "/api/v1/games/pilot-farming/player",
            user=person,
            json={"time_zone": ("UTC", "Asia/Tehran")[number % 2], "handle": f"player-{number}"},
        )
    ids = [new_id() for _ in told]
    sent = [*zip(told, ids, strict=True), *((event, new_id()) for event in told), *zip(told, ids, strict=True)]
    chance.shuffle(sent)
    for hours in (21.1, 24.1, 45.1, 48.1, 72):
        pasture.go_to(DAY + timedelta(hours=hours - 21))
        await pasture.turn()
        for event, event_id in sent[: len(sent) // 5]:
            await pasture.rig.deliver(event, ids=[event_id])
    for event, event_id in sent:
        await pasture.rig.deliver(event, ids=[event_id])
    await pasture.evaluate()


CONDITIONS = (
    {"type": "count", "of": ["feed", "health_check"], "at_least": 3, "within_days": 1},
    {"type": "animals", "of": ["feed"], "at_least": 2},
    {"type": "level", "at_least": 2},
    {"type": "any", "of": [{"type": "days", "of": ["feed"], "at_least": 2}, {"type": "streak", "at_least": 9}]},
)


async def test_order_and_repetition_make_no_difference(pasture: Pasture, rig: Rig) -> None:
    people = [new_id() for _ in range(3)]
    for number, condition in enumerate(CONDITIONS):
        body = {"name": f"No. {number}", "condition": condition, "xp": 10 * number, "coins": number}
        path = "/api/v1/admin/pilot-farming/achievements"
        answer = await rig.request("POST", path, user=new_id(), role="admin", json=body)
        assert answer.status_code == 201, answer.text
    pasture.go_to(DAY - timedelta(days=40))
    animals = [await pasture.animal(people[number % 3]) for number in range(6)]
    told = happenings(animals, Random(1))
    found = []
    for order in range(3):
        await rig.db.fetch(
            "TRUNCATE players, tasks, early_evidence, coin_entries, coin_transfers, coin_accounts, earnings, deeds, "
            "evaluations, season_scores, streaks, achievement_grants, inbox, outbox CASCADE"
        )
        await play(pasture, people, animals, told, Random(order))
        found.append(await state(rig))
        events = [each.user_id for each in await rig.events(AchievementGranted)]
        assert len(events) == len(found[-1]["grants"])
        done = [task.task_id for each in await rig.events(TasksCompleted) for task in each.tasks]
        assert len(done) == len(set(done)) == sum(row[4] == "False" for row in found[-1]["tasks"])
    assert found[0] == found[1] == found[2]
    assert len({name for _, name in found[0]["grants"]}) >= 3
    assert await rig.events(LevelReached)
    await rig.run_job("prove_invariants")
    assert (await rig.db.fetch("SELECT found FROM scheduled_jobs WHERE name = 'prove_invariants'"))[0][0] == 0


async def test_coins_sum_to_zero_whoever_moves_them_at_once(pasture: Pasture, rig: Rig) -> None:
    anna, ben = await pasture.player(), await pasture.player()
    chance = Random(1)

    async def move() -> None:
        async with rig.db.unit_of_work() as db:
            await locks.take(db, [anna, ben])
            some = [coins.Gift(new_id(), who, "task", chance.randrange(1, 9)) for who in (anna, ben, anna)]
            await coins.give(db, some)
            await coins.spend(db, transfer_id=new_id(), player_id=ben, amount=1, kind="purchase")

    await asyncio.gather(*(move() for _ in range(20)))
    [(total, balances, circulating)] = await rig.db.fetch(
        "SELECT (SELECT sum(amount) FROM coin_entries), (SELECT sum(balance) FROM coin_accounts), "
        "(SELECT sum(amount) FROM coin_entries WHERE account_id IN (SELECT owner_id FROM coin_accounts))"
    )
    assert total == 0
    assert balances == circulating > 0


async def test_the_book_of_coins_refuses_what_does_not_balance_and_any_change(pasture: Pasture, rig: Rig) -> None:
    anna = await pasture.player(animals=1)
    await pasture.do_one(anna)
    lonely = "INSERT INTO coin_entries SELECT transfer_id, gen_random_uuid(), 5 FROM coin_entries LIMIT 1"
    for sql, why in ((lonely, "sum to zero"), ("UPDATE coin_entries SET amount = 7", "append-only")):
        with pytest.raises(Exception, match=why):
            await rig.db.fetch(sql)
