"""Tasks of a day: who gets them, when they are made, and by what they are done."""

import asyncio
from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid4

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.testing import Rig
from amigok_contracts.care import CareCompleted
from amigok_contracts.game_pilot import TasksCompleted
from amigok_contracts.identity import UserDeleted
from amigok_contracts.money import Money
from amigok_contracts.stream_detections import LivestockDetected
from services.game.tests.pilot.conftest import PATH, Pasture, checkup, dose, meal, vaccination, weighing

DAILY = ["clean", "exercise", "feed", "health_check"]


def kinds(tasks: list[dict[str, object]]) -> list[str]:
    return sorted(str(task["kind"]) for task in tasks)


async def test_tasks_are_made_at_midnight_of_the_player_once_and_missed_at_the_next(pasture: Pasture) -> None:
    pasture.go_to(datetime(2027, 3, 27, 12, tzinfo=UTC))
    berlin = await pasture.player("Europe/Berlin", animals=1)
    santiago = await pasture.player("America/Santiago", animals=1)
    assert kinds(await pasture.tasks(berlin)) == DAILY  # what is left of the first day
    pasture.go_to(datetime(2027, 3, 27, 23, 0, 1, tzinfo=UTC))
    await pasture.turn()
    await pasture.turn()
    assert kinds(await pasture.tasks(berlin, "day=2027-03-28")) == DAILY
    assert {task["state"] for task in await pasture.tasks(berlin, "day=2027-03-27")} == {"missed"}
    assert await pasture.tasks(santiago, "day=2027-03-28") == []
    pasture.go_to(datetime(2027, 3, 28, 22, 0, 1, tzinfo=UTC))  # the day had 23 hours
    await pasture.turn()
    assert kinds(await pasture.tasks(berlin, "day=2027-03-29")) == DAILY
    assert len(await pasture.tasks(santiago, "day=2027-03-28")) == 4


async def test_days_that_pass_while_nothing_runs_are_left_out(pasture: Pasture) -> None:
    anna = await pasture.player(animals=1)
    await pasture.do_one(anna)
    pasture.wait(days=3)
    await pasture.turn()
    assert len({task["local_day"] for task in await pasture.tasks(anna)}) == 2
    await pasture.do_one(anna)
    assert (await pasture.get(anna, "dashboard"))["streak"]["current"] == 2


async def test_evidence_does_a_task_early_late_and_once(pasture: Pasture) -> None:
    pasture.go_to(datetime(2027, 5, 1, 12, tzinfo=UTC))
    anna = await pasture.player()
    ewe, ram = [await pasture.animal(anna) for _ in range(2)]
    pasture.go_to(datetime(2027, 5, 2, 0, 0, 5, tzinfo=UTC))
    early = meal(ewe)
    await pasture.rig.deliver(early, early)  # the day is not made yet
    assert await pasture.tasks(anna, "state=done") == []
    await pasture.turn()
    [done] = await pasture.tasks(anna, "state=done")
    assert (done["livestock_id"], done["kind"], done["done_by"]) == (str(ewe), "feed", "meal")
    pasture.go_to(datetime(2027, 5, 3, 9, tzinfo=UTC))
    await pasture.turn()
    late = meal(ewe, ram, at=datetime(2027, 5, 2, 18, tzinfo=UTC))
    await pasture.rig.deliver(late, weighing(ram, at=datetime(2027, 5, 2, 19, tzinfo=UTC)), checkup(ewe))
    found = {
        (task["livestock_id"], task["kind"], task["local_day"]) for task in await pasture.tasks(anna, "state=done")
    }
    assert found == {
        (str(ewe), "feed", "2027-05-02"),
        (str(ram), "feed", "2027-05-02"),
        (str(ram), "health_check", "2027-05-02"),
        (str(ewe), "health_check", "2027-05-03"),
    }
    assert (await pasture.get(anna, "dashboard"))["level"]["xp"] == 20 + 20 + 15 + 15
    told = [task for event in await pasture.rig.events(TasksCompleted) for task in event.tasks]
    assert len(told) == 4


async def test_evidence_of_another_owners_time_is_nobodys(pasture: Pasture) -> None:
    pasture.go_to(datetime(2027, 5, 1, 6, tzinfo=UTC))
    anna, ben = await pasture.player(), await pasture.player()
    ewe = await pasture.animal(anna)
    pasture.go_to(datetime(2027, 5, 2, 0, 1, tzinfo=UTC))
    await pasture.turn()
    await pasture.sell(ewe, ben, at=datetime(2027, 5, 2, 10, tzinfo=UTC))
    pasture.go_to(datetime(2027, 5, 2, 12, tzinfo=UTC))
    await pasture.rig.deliver(meal(ewe, at=datetime(2027, 5, 2, 11, tzinfo=UTC)))
    assert await pasture.tasks(anna, "state=done") == []
    await pasture.rig.deliver(checkup(ewe, at=datetime(2027, 5, 2, 0, 30, tzinfo=UTC)))
    assert kinds(await pasture.tasks(anna, "state=done")) == ["health_check"]
    clean = next(task for task in await pasture.tasks(anna) if task["kind"] == "clean")
    assert (await pasture.do(anna, str(clean["id"]))).json()["code"] == "task_over"
    pasture.go_to(datetime(2027, 5, 3, 0, 1, tzinfo=UTC))
    await pasture.turn()
    assert len(await pasture.tasks(ben)) == 4


async def test_early_evidence_of_another_owners_time_is_nobodys(pasture: Pasture) -> None:
    pasture.go_to(datetime(2027, 5, 1, 6, tzinfo=UTC))
    anna, ben = await pasture.player(), await pasture.player()
    ewe = await pasture.animal(anna)
    pasture.go_to(datetime(2027, 5, 2, 0, 30, tzinfo=UTC))
    await pasture.rig.deliver(meal(ewe, at=datetime(2027, 5, 2, 0, 1, tzinfo=UTC)))
    await pasture.sell(ewe, ben, at=datetime(2027, 5, 2, 0, 10, tzinfo=UTC))
    await pasture.rig.deliver(checkup(ewe, at=datetime(2027, 5, 2, 0, 20, tzinfo=UTC)))
    await pasture.turn()
    assert kinds(await pasture.tasks(ben, "state=done")) == ["health_check"]
    assert await pasture.tasks(anna, "day=2027-05-02") == []


async def test_a_change_of_the_time_zone_wins_no_day(pasture: Pasture, rig: Rig) -> None:
    pasture.go_to(datetime(2027, 5, 1, 9, tzinfo=UTC))
    anna = await pasture.player("Pacific/Pago_Pago", animals=1)  # it is April 30th there
    how = await pasture.get(anna, "player")
    change = {name: how[name] for name in ("version", "handle", "visibility", "is_minor")}
    east = await rig.request("PUT", f"{PATH}/player", user=anna, json={**change, "time_zone": "Pacific/Kiritimati"})
    assert (east.status_code, east.json()["local_day"]) == (200, "2027-04-30")
    await pasture.turn()
    assert {task["local_day"] for task in await pasture.tasks(anna)} == {"2027-04-30"}
    pasture.go_to(datetime(2027, 5, 1, 11, 0, 1, tzinfo=UTC))  # May 2nd in Kiritimati, one hour old
    await pasture.turn()
    assert {task["local_day"] for task in await pasture.tasks(anna)} == {"2027-04-30", "2027-05-02"}
    change |= {"version": 2, "time_zone": "Pacific/Pago_Pago"}
    assert await pasture.code("PUT", anna, "player", json=change) == "time_zone_changed_lately"
    pasture.wait(days=7)
    assert (await rig.request("PUT", f"{PATH}/player", user=anna, json=change)).status_code == 200
    for _ in range(60):
        await pasture.turn()
        pasture.wait(hours=1)
    days = sorted(date.fromisoformat(task["local_day"]) for task in await pasture.tasks(anna, "limit=100"))
    assert len(days) == 4 * len(set(days))


async def test_tasks_are_done_by_hand_where_the_rule_allows_in_time_and_not_too_fast(pasture: Pasture) -> None:
    anna, ben = await pasture.player(animals=6), await pasture.player(animals=1)
    tasks = await pasture.tasks(anna)
    feed = next(task for task in tasks if task["kind"] == "feed")
    assert (await pasture.do(anna, feed["id"])).json()["code"] == "evidence_needed"
    clean, *others = [task for task in tasks if task["by_hand"]]
    assert (await pasture.do(ben, clean["id"])).status_code == 404
    first = await pasture.do(anna, clean["id"])
    assert (first.status_code, first.json()["state"], first.json()["done_by"]) == (200, "done", "hand")
    again = await pasture.do(anna, clean["id"])
    assert (again.status_code, again.json()) == (200, first.json())
    assert (await pasture.get(anna, "dashboard"))["coins"] == 1
    path = f"tasks/{others[0]['id']}/complete"
    assert (await pasture.do(anna, others[1]["id"])).status_code == 200
    assert await pasture.code("POST", anna, path) == "too_fast"
    pasture.wait(days=1)
    assert (await pasture.do(anna, others[0]["id"])).json()["code"] == "task_over"


async def test_a_vaccination_that_care_says_is_due_is_a_task_until_its_day(pasture: Pasture) -> None:
    pasture.go_to(datetime(2027, 5, 1, 9, tzinfo=UTC))
    anna = await pasture.player("Europe/Berlin")
    ewe, ram, goat = [await pasture.animal(anna) for _ in range(3)]
    reminders = [vaccination(each, anna) for each in (ewe, ram, goat)]
    ended = CareCompleted(
        request_id=reminders[2].request_id,
        livestock_id=goat,
        farm_id=None,
        owner_id=anna,
        veterinarian_id=uuid4(),
        care_type="vaccination",
        cost=Money.of_minor(0, "USD"),
    )
    await pasture.rig.deliver(ended, *reminders)
    for day in (2, 3):
        pasture.go_to(datetime(2027, 5, day, 1, tzinfo=UTC))
        await pasture.turn()
    found = [task for task in await pasture.tasks(anna) if task["kind"] == "vaccination"]
    assert {(task["livestock_id"], task["ends_at"]) for task in found} == {
        (str(ewe), "2027-05-04T22:00:00Z"),
        (str(ram), "2027-05-04T22:00:00Z"),
    }
    await pasture.rig.deliver(checkup(ewe, care_type="vaccination", request_id=reminders[0].request_id))
    pasture.go_to(datetime(2027, 5, 5, 1, tzinfo=UTC))
    states = {
        task["livestock_id"]: task["state"] for task in await pasture.tasks(anna) if task["kind"] == "vaccination"
    }
    assert states == {str(ewe): "done", str(ram): "missed"}


async def test_whoever_is_shut_out_or_deleted_has_no_more_tasks_and_is_forgotten(pasture: Pasture, rig: Rig) -> None:
    anna = await pasture.player(animals=1, handle="Shepherdess", visibility="everyone")
    ben = await pasture.player(animals=1, visibility="everyone")
    await pasture.do_one(anna)
    await pasture.do_one(ben)
    await rig.is_known(anna, status="deactivated")
    exercise = next(task for task in await pasture.tasks(anna, "state=open") if task["kind"] == "exercise")
    assert (await pasture.do(anna, exercise["id"])).json()["code"] == "account_inactive"
    pasture.wait(days=1)
    await pasture.turn()
    assert await pasture.tasks(anna, "state=open") == []
    assert len(await pasture.tasks(ben, "state=open")) == 4
    await rig.is_known(anna, status="deleted")
    gone = UserDeleted(user_id=anna, role="investor", status="deleted")
    await rig.deliver(gone, gone)
    rows = await rig.db.fetch("SELECT handle, handle_key, next_day_at FROM players WHERE user_id = $1", anna)
    assert [tuple(row) for row in rows] == [(None, None, None)]
    board = await pasture.get(ben, "leaderboard?period=ever")
    assert [entry["is_me"] for entry in board["items"]] == [True]
    assert await pasture.code("GET", anna, "dashboard") == "not_playing"
    await rig.run_job("prove_invariants")
    assert (await rig.db.fetch("SELECT found FROM scheduled_jobs WHERE name = 'prove_invariants'"))[0][0] == 0


async def test_a_camera_sees_many_times_and_does_one_task_of_a_day(pasture: Pasture) -> None:
    anna = await pasture.player()
    ewe = await pasture.animal(anna)
    pasture.wait(days=1)
    seen = [
        LivestockDetected(
            livestock_id=ewe,
            camera_id=uuid4(),
            farm_id=pasture.farm_id,
            area_id=None,
            detected_at=clock.now() + timedelta(seconds=each),
        )
        for each in range(4)
    ]
    await pasture.rig.deliver(*seen)
    assert (await pasture.rig.db.fetch("SELECT count(*) FROM early_evidence"))[0][0] in (1, 2)
    await pasture.turn()
    await pasture.rig.deliver(*seen)
    assert kinds(await pasture.tasks(anna, "state=done")) == ["exercise", "health_check"]
    pasture.wait(days=4)
    await pasture.rig.run_job("drop_early_evidence")
    assert (await pasture.rig.db.fetch("SELECT count(*) FROM early_evidence"))[0][0] == 0


async def test_what_happens_at_once_happens_once(pasture: Pasture, rig: Rig) -> None:
    """Replicas that make tasks side by side, a request that is sent five times, a meal that two messages tell of."""
    people = [await pasture.player(animals=2) for _ in range(3)]
    pasture.wait(days=1)
    await asyncio.gather(*(pasture.turn() for _ in range(3)))
    anna = people[0]
    tasks = await pasture.tasks(anna, "state=open")
    assert len(tasks) == 8
    clean = next(task for task in tasks if task["kind"] == "clean")
    path = f"{PATH}/tasks/{clean['id']}/complete"
    answers = await asyncio.gather(*(rig.request("POST", path, user=anna) for _ in range(5)))
    assert {answer.status_code for answer in answers} == {200}
    animals = {UUID(task["livestock_id"]) for task in tasks}
    await asyncio.gather(*(rig.deliver(meal(*animals)) for _ in range(4)))
    dashboard = await pasture.get(anna, "dashboard")
    assert (dashboard["coins"], dashboard["level"]["xp"]) == (1 + 2 * 4, 5 + 2 * 20)


async def test_a_vaccination_that_is_put_off_is_rewarded_once(pasture: Pasture) -> None:
    pasture.go_to(datetime(2027, 5, 1, 12, tzinfo=UTC))
    anna = await pasture.player(animals=1)
    [ewe] = {UUID(task["livestock_id"]) for task in await pasture.tasks(anna)}
    first = vaccination(ewe, anna, aggregate_version=1)
    put_off = vaccination(ewe, anna, aggregate_version=2, request_id=first.request_id, due_on=date(2027, 5, 5))
    for day, reminder in ((2, first), (3, put_off)):
        await pasture.rig.deliver(reminder)
        pasture.go_to(datetime(2027, 5, day, 1, tzinfo=UTC))
        await pasture.turn()
    await pasture.rig.deliver(checkup(ewe, care_type="vaccination", request_id=first.request_id))
    done = [task for task in await pasture.tasks(anna, "state=done") if task["kind"] == "vaccination"]
    assert len(done) == 1


async def test_a_vaccination_does_the_task_of_its_own_request(pasture: Pasture) -> None:
    pasture.go_to(datetime(2027, 5, 1, 12, tzinfo=UTC))
    anna = await pasture.player(animals=1)
    [ewe] = {UUID(task["livestock_id"]) for task in await pasture.tasks(anna)}
    first, second, third = (vaccination(ewe, anna, due_on=date(2027, 5, day)) for day in (3, 4, 5))
    await pasture.rig.deliver(first, second, third)
    pasture.go_to(datetime(2027, 5, 2, 0, 5, tzinfo=UTC))
    early = checkup(ewe, care_type="vaccination", request_id=first.request_id)
    pasture.wait(minutes=1)
    await pasture.rig.deliver(early, dose(ewe, request_id=second.request_id))  # the day is not made yet

    async def done() -> list[str]:
        return sorted(task["local_day"] for task in await pasture.tasks(anna, "state=done"))

    await pasture.turn()
    assert await done() == ["2027-05-03", "2027-05-04"]
    await pasture.rig.deliver(dose(ewe, request_id=new_id()))
    assert await done() == ["2027-05-03", "2027-05-04"]
    await pasture.rig.deliver(dose(ewe, request_id=third.request_id))
    assert await done() == ["2027-05-03", "2027-05-04", "2027-05-05"]


async def test_vaccinations_of_a_large_herd_buy_no_rank(pasture: Pasture) -> None:
    pasture.go_to(datetime(2027, 5, 1, 12, tzinfo=UTC))
    anna = await pasture.player()
    herd = [await pasture.animal(anna) for _ in range(21)]
    await pasture.rig.deliver(*(vaccination(each, anna) for each in herd))
    pasture.go_to(datetime(2027, 5, 2, 1, tzinfo=UTC))
    await pasture.turn()
    sql = "SELECT livestock_id FROM tasks WHERE kind = 'vaccination' AND xp + coins > 0 ORDER BY livestock_id"
    assert [row["livestock_id"] for row in await pasture.rig.db.fetch(sql)] == sorted(herd)[:20]
