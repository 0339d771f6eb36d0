"""Achievements, challenges, streaks, the shop, and what administrators say of them."""

import asyncio
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from amigok_chassis import clock
from amigok_chassis.ids import id_before, new_id
from amigok_chassis.testing import Rig
from amigok_contracts.game_pilot import AchievementGranted, ChallengeCompleted, LevelReached
from services.game.tests.pilot.conftest import PATH, Pasture, checkup, meal, vaccination

ADMIN = "/api/v1/admin/pilot-farming"


async def admin(rig: Rig, method: str, path: str, status: int = 201, **more: Any) -> Any:
    answer = await rig.request(method, f"{ADMIN}/{path}", user=uuid4(), role="admin", **more)
    assert answer.status_code == status, answer.text
    return answer.json() if answer.content else None


async def give(pasture: Pasture, user: UUID, coins: int) -> None:
    """Coins by an achievement that everybody has who did something."""
    body = {"name": f"Gift {uuid4()}", "condition": {"type": "level", "at_least": 1}, "xp": 0, "coins": coins}
    await admin(pasture.rig, "POST", "achievements", json=body)
    await pasture.do_one(user)
    await pasture.evaluate()


async def item(pasture: Pasture, user: UUID, name: str) -> dict[str, Any]:
    return next(each for each in (await pasture.get(user, "shop"))["items"] if each["name"] == name)


async def test_an_achievement_is_granted_once_and_shows_how_far_one_has_come(pasture: Pasture, rig: Rig) -> None:
    anna = await pasture.player(animals=3)
    body = {"name": "Meals", "condition": {"type": "animals", "of": ["feed"], "at_least": 3}, "xp": 200, "coins": 7}
    made = await admin(rig, "POST", "achievements", json=body)
    assert (
        await rig.request("POST", f"{ADMIN}/achievements", user=uuid4(), role="admin", json=body)
    ).status_code == 409
    animals = sorted({UUID(task["livestock_id"]) for task in await pasture.tasks(anna)})
    await rig.deliver(meal(*animals[:2]))
    await pasture.evaluate()

    async def mine() -> dict[str, Any]:
        found = (await pasture.get(anna, "achievements"))["items"]
        return next(each for each in found if each["id"] == made["id"])

    assert ((await mine())["have"], (await mine())["need"], (await mine())["granted_at"]) == (2, 3, None)
    await rig.deliver(meal(animals[2]), meal(*animals))
    await pasture.evaluate()
    await pasture.evaluate()
    assert (await mine())["granted_at"] is not None
    assert [event.title for event in await rig.events(AchievementGranted)] == ["Meals"]
    assert [event.level for event in await rig.events(LevelReached)] == [2]
    dashboard = await pasture.get(anna, "dashboard")
    assert (dashboard["coins"], dashboard["level"]["xp"], dashboard["level"]["level"]) == (3 * 4 + 7, 3 * 20 + 200, 2)
    assert [each["name"] for each in dashboard["achievements"]] == ["Meals"]
    change = {**body, "version": 1, "name": "Many meals"}
    changed = await admin(rig, "PUT", f"achievements/{made['id']}", 200, json=change)
    assert (changed["version"], changed["name"]) == (2, "Many meals")
    await admin(rig, "DELETE", f"achievements/{made['id']}?version=2", 204)
    assert (await mine())["granted_at"] is not None
    actions = [entry["action"] for entry in await rig.told()]
    assert actions == ["achievement.added", "achievement.changed", "achievement.retired"]
    entries = (await pasture.get(anna, "coins?limit=2"))["items"]
    assert [(entry["kind"], entry["amount"]) for entry in entries] == [("achievement", 7), ("task", 4)]


async def test_a_challenge_counts_from_the_day_on_which_it_was_joined(pasture: Pasture, rig: Rig) -> None:
    pasture.go_to(datetime(2027, 7, 1, 9, tzinfo=UTC))
    anna = await pasture.player()
    ewe = await pasture.animal(anna)
    days = {"starts_on": "2027-07-01", "ends_on": "2027-07-04"}
    body = {"name": "Fed twice", "condition": {"type": "count", "of": ["feed"], "at_least": 2}, "xp": 50, "coins": 9}
    made = await admin(rig, "POST", "challenges", json={**body, **days})
    path = f"challenges/{made['id']}/join"
    for day in (2, 3, 4):
        pasture.go_to(datetime(2027, 7, day, 9, tzinfo=UTC))
        await pasture.turn()
        await rig.deliver(meal(ewe))
        if day == 3:
            for _ in range(2):
                joined = await rig.request("POST", f"{PATH}/{path}", user=anna)
                assert (joined.status_code, joined.json()["have"], joined.json()["need"]) == (200, 1, 2)
            [running] = (await pasture.get(anna, "dashboard"))["challenges"]
            assert (running["name"], running["have"]) == ("Fed twice", 1)
        await pasture.evaluate()
    await pasture.evaluate()
    assert [event.challenge_id for event in await rig.events(ChallengeCompleted)] == [UUID(made["id"])]
    [shown] = (await pasture.get(anna, "challenges"))["items"]
    assert (shown["have"], shown["completed_at"] is None) == (2, False)
    pasture.go_to(datetime(2027, 7, 6, 9, tzinfo=UTC))
    await pasture.turn()
    ben = await pasture.player()
    assert await pasture.code("POST", ben, path) == "challenge_over"
    assert await pasture.code("POST", ben, f"challenges/{uuid4()}/join") == "challenge_not_found"
    told = {"version": 1, "name": "Fed"}
    await admin(rig, "PUT", f"challenges/{made['id']}", 200, json=told)
    await admin(rig, "DELETE", f"challenges/{made['id']}?version=2", 204)
    assert await pasture.code("POST", ben, path) == "challenge_retired"


async def test_a_challenge_is_met_by_what_becomes_known_within_thirty_days(pasture: Pasture, rig: Rig) -> None:
    pasture.go_to(datetime(2027, 7, 1, 9, tzinfo=UTC))
    anna = await pasture.player()
    ewe, ram = [await pasture.animal(anna) for _ in range(2)]
    pasture.go_to(datetime(2027, 7, 2, 9, tzinfo=UTC))
    await pasture.turn()
    for meals in (1, 2):
        condition = {"type": "count", "of": ["feed"], "at_least": meals}
        days = {"starts_on": "2027-07-02", "ends_on": "2027-07-02"}
        body = {"name": f"Fed {meals}", "condition": condition, "xp": 50, "coins": 9, **days}
        made = await admin(rig, "POST", "challenges", json=body)
        assert (await rig.request("POST", f"{PATH}/challenges/{made['id']}/join", user=anna)).status_code == 200
    for animal, day in ((ewe, 1), (ram, 2)):
        pasture.go_to(datetime(2027, 8, day, 9, tzinfo=UTC))
        await pasture.turn()
        await rig.deliver(meal(animal, at=datetime(2027, 7, 2, 10, tzinfo=UTC)))
        await pasture.evaluate()
    assert [event.title for event in await rig.events(ChallengeCompleted)] == ["Fed 1"]


async def test_a_streak_grows_by_days_on_which_something_is_done_by_hand(pasture: Pasture, rig: Rig) -> None:
    anna = await pasture.player(animals=1)
    for day in range(4):
        if day != 1:
            await pasture.do_one(anna)
            await pasture.do_one(anna, "exercise")
        streak = (await pasture.get(anna, "dashboard"))["streak"]
        assert streak["kept_today"] == (day != 1)
        pasture.wait(days=1)
        await pasture.turn()
    assert (await pasture.get(anna, "dashboard"))["streak"] == {"current": 3, "longest": 3, "kept_today": False}
    pasture.wait(days=1)
    await pasture.turn()
    assert (await pasture.get(anna, "dashboard"))["streak"]["current"] == 0


async def test_a_day_whose_tasks_are_all_done_is_perfect(pasture: Pasture, rig: Rig) -> None:
    pasture.go_to(datetime(2027, 7, 1, 9, tzinfo=UTC))
    anna = await pasture.player(animals=1)
    [ewe] = {UUID(task["livestock_id"]) for task in await pasture.tasks(anna)}
    await pasture.do_one(anna)
    await pasture.do_one(anna, "exercise")
    await rig.deliver(meal(ewe))
    pasture.wait(days=1)
    await pasture.turn()
    late = datetime(2027, 7, 1, 20, tzinfo=UTC)
    await rig.deliver(checkup(ewe, at=late), checkup(ewe, at=late))
    rows = await rig.db.fetch("SELECT local_day, count FROM deeds WHERE kind = 'perfect_day'")
    assert [tuple(row) for row in rows] == [(date(2027, 7, 1), 1)]
    await pasture.evaluate()
    assert "Perfect day" in [event.title for event in await rig.events(AchievementGranted)]


async def test_a_vaccination_makes_no_day_perfect(pasture: Pasture, rig: Rig) -> None:
    pasture.go_to(datetime(2027, 7, 1, 9, tzinfo=UTC))
    anna = await pasture.player(animals=1)
    [ewe] = {UUID(task["livestock_id"]) for task in await pasture.tasks(anna)}
    today, later = (vaccination(ewe, anna, due_on=date(2027, 7, day)) for day in (2, 4))
    await rig.deliver(today, later)
    pasture.go_to(datetime(2027, 7, 2, 9, tzinfo=UTC))
    await pasture.turn()
    await rig.deliver(checkup(ewe, care_type="vaccination", request_id=later.request_id))
    assert await rig.db.fetch("SELECT FROM deeds WHERE kind = 'perfect_day'") == []
    await pasture.do_one(anna)
    await pasture.do_one(anna, "exercise")
    await rig.deliver(meal(ewe), checkup(ewe))
    await rig.deliver(checkup(ewe, care_type="vaccination", request_id=today.request_id))
    rows = await rig.db.fetch("SELECT local_day, count FROM deeds WHERE kind = 'perfect_day'")
    assert [tuple(row) for row in rows] == [(date(2027, 7, 2), 1)]


async def test_the_shop_sells_at_the_price_that_was_seen_and_never_twice(pasture: Pasture, rig: Rig) -> None:
    anna = await pasture.player(animals=1)
    bell = await item(pasture, anna, "Bell")
    path = f"shop/{bell['id']}/buy"
    assert await pasture.code("POST", anna, path, json={"price": 120}) == "not_enough_coins"
    await give(pasture, anna, 500)
    assert await pasture.code("POST", anna, path, json={"price": 100}) == "coin_price_changed"
    before = (await pasture.get(anna, "dashboard"))["coins"]
    key = {"Idempotency-Key": "bell-for-anna"}
    answers = [
        await rig.request("POST", f"{PATH}/{path}", user=anna, json={"price": 120}, headers=key) for _ in range(2)
    ]
    assert [answer.status_code for answer in answers] == [201, 201]
    assert answers[0].json() == answers[1].json()
    assert answers[0].json()["balance"] == before - 120
    assert await pasture.code("POST", anna, path, json={"price": 120}) == "already_yours"
    worn = {"badge_id": bell["id"], "title_id": None}
    assert (await rig.request("PUT", f"{PATH}/worn", user=anna, json=worn)).status_code == 204
    title = await item(pasture, anna, "Early riser")
    assert await pasture.code("PUT", anna, "worn", json={"badge_id": None, "title_id": title["id"]}) == "not_yours"
    assert [each["name"] for each in (await pasture.get(anna, "purchases"))["items"]] == ["Bell"]
    await admin(rig, "PUT", f"shop-items/{title['id']}", 200, json={"version": 1, "name": "Early", "price": 90})
    await admin(rig, "DELETE", f"shop-items/{title['id']}?version=2", 204)
    assert await pasture.code("POST", anna, f"shop/{title['id']}/buy", json={"price": 90}) == "shop_item_retired"
    twice = [rig.request("POST", f"{PATH}/shop/{uuid4()}/buy", user=anna, json={"price": 1}) for _ in range(2)]
    assert {answer.status_code for answer in await asyncio.gather(*twice)} == {404}
    await rig.run_job("prove_invariants")
    assert (await rig.db.fetch("SELECT found FROM scheduled_jobs WHERE name = 'prove_invariants'"))[0][0] == 0


async def test_purchases_of_two_days_are_proven(pasture: Pasture, rig: Rig) -> None:
    anna = await pasture.player(animals=1)
    unpaid = "INSERT INTO purchases (id, player_id, item_id, price, bought_at) VALUES ($1, $2, $3, 7, now())"
    for name, days, found in (("Bell", 3, 0), ("Early riser", 1, 1)):
        bought = await item(pasture, anna, name)
        await rig.db.fetch(unpaid, id_before(new_id(), timedelta(days=days)), anna, UUID(bought["id"]))
        await rig.run_job("prove_invariants")
        assert (await rig.db.fetch("SELECT found FROM scheduled_jobs WHERE name = 'prove_invariants'"))[0][0] == found


async def test_a_boost_raises_experience_of_the_next_days_and_no_coins(pasture: Pasture, rig: Rig) -> None:
    anna = await pasture.player(animals=1)
    await give(pasture, anna, 500)
    boost = await item(pasture, anna, "A good day")
    bought = await rig.request("POST", f"{PATH}/shop/{boost['id']}/buy", user=anna, json={"price": boost["price"]})
    tomorrow = (clock.now() + timedelta(days=1)).date().isoformat()
    assert (bought.json()["first_day"], bought.json()["last_day"]) == (tomorrow, tomorrow)
    assert await pasture.code("POST", anna, f"shop/{boost['id']}/buy", json={"price": boost["price"]}) == "boost_runs"
    given = []
    for _ in range(3):
        feed = next(task for task in await pasture.tasks(anna) if task["kind"] == "feed")
        given.append((feed["xp"], feed["coins"]))
        pasture.wait(days=1)
        await pasture.turn()
    assert given == [(20, 4), (30, 4), (20, 4)]


async def test_rules_are_data_and_what_is_done_by_hand_gives_little(pasture: Pasture, rig: Rig) -> None:
    anna = await pasture.player(animals=25)
    rules = {rule["kind"]: rule for rule in await pasture.get(anna, "task-rules")}
    feed = {name: rules["feed"][name] for name in ("version", "title", "evidence", "is_active")}
    wanted = {**feed, "by_hand": False, "xp": 40, "coins": 5}
    assert (await admin(rig, "PUT", "task-rules/feed", 200, json=wanted))["version"] == 2
    await admin(rig, "PUT", "task-rules/feed", 409, json=wanted)
    await admin(rig, "PUT", "task-rules/feed", 422, json={**wanted, "version": 2, "by_hand": True})
    await admin(rig, "PUT", "task-rules/feed", 422, json={**wanted, "version": 2, "evidence": []})
    pasture.wait(days=1)
    await pasture.turn()
    today = (await pasture.tasks(anna, "state=open"))[:100]
    assert sorted(task["xp"] for task in today if task["kind"] == "feed") == [0] * 5 + [40] * 20
