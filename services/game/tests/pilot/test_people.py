"""Who plays, who is whose friend, and who is first."""

import base64
from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid4

from amigok_chassis import clock
from amigok_chassis.pagination import encode
from amigok_chassis.testing import Rig, machine_holds
from amigok_contracts.game_pilot import FriendshipAccepted, FriendshipRequested, SeasonClosed
from game.friends.machine import FRIENDSHIPS
from game.friends.service import REQUESTS_A_DAY
from game.seasons import calendar
from services.game.tests.pilot.conftest import PATH, Pasture, meal

FRIENDS = "friends/requests"


async def ask(pasture: Pasture, user: UUID, handle: str) -> dict[str, Any]:
    answer = await pasture.rig.request("POST", f"{PATH}/{FRIENDS}", user=user, json={"handle": handle})
    assert answer.status_code == 201, answer.text
    asked: dict[str, Any] = answer.json()
    return asked


async def seen(pasture: Pasture, user: UUID, path: str = FRIENDS) -> list[str]:
    return [each["handle"] for each in (await pasture.get(user, path))["items"]]


def test_friendships_move_as_their_table_says() -> None:
    machine_holds(FRIENDSHIPS)


async def test_a_player_chooses_a_handle_that_nobody_has_or_is_given_one(pasture: Pasture, rig: Rig) -> None:
    anna = await pasture.player(handle="Shepherdess")
    ben = await pasture.player()
    assert (await pasture.get(ben, "player"))["handle"]
    for handle, status in (("shepherdess", 409), ("anna@farm.test", 422), ("x", 422)):
        body = {"time_zone": "UTC", "handle": handle}
        assert (await rig.request("POST", f"{PATH}/player", user=uuid4(), json=body)).status_code == status
    again = {"time_zone": "Asia/Tehran", "handle": "Another"}
    assert (await rig.request("POST", f"{PATH}/player", user=anna, json=again)).json()["handle"] == "Shepherdess"
    unknown = {"time_zone": "Mars/Olympus"}
    assert (await rig.request("POST", f"{PATH}/player", user=uuid4(), json=unknown)).status_code == 422
    how = await pasture.get(ben, "player")
    change = {name: how[name] for name in ("version", "time_zone", "visibility", "is_minor")}
    taken = await rig.request("PUT", f"{PATH}/player", user=ben, json={**change, "handle": "SHEPHERDESS"})
    assert taken.json()["code"] == "handle_taken"


async def test_minors_are_not_shown_to_all_and_stay_minors_until_they_are_verified(pasture: Pasture, rig: Rig) -> None:
    shown = {"time_zone": "UTC", "is_minor": True, "visibility": "everyone"}
    assert await pasture.code("POST", uuid4(), "player", json=shown) == "minors_are_not_shown"
    kim = await pasture.player(is_minor=True, handle="Kim-plays")
    adult = {"version": 1, "time_zone": "UTC", "handle": "Kim-plays", "visibility": "everyone", "is_minor": False}
    assert await pasture.code("PUT", kim, "player", json=adult) == "age_not_proved"
    await rig.is_known(kim, kyc="approved")
    assert (await rig.request("PUT", f"{PATH}/player", user=kim, json=adult)).json()["is_minor"] is False


async def test_friends_ask_accept_and_part(pasture: Pasture, rig: Rig) -> None:
    anna, ben = await pasture.player(handle="Anna-01"), await pasture.player(handle="Ben-02")
    eve = await pasture.player(handle="Eve-03")
    assert await pasture.code("POST", anna, FRIENDS, json={"handle": "Anna-01"}) == "own_handle"
    assert await pasture.code("POST", anna, FRIENDS, json={"handle": "Nobody-9"}) == "player_not_found"
    asked = await ask(pasture, anna, "ben-02")
    assert (asked["direction"], asked["handle"]) == ("sent", "Ben-02")
    assert await ask(pasture, anna, "Ben-02") == asked
    assert (await pasture.get(ben, "dashboard"))["friend_requests"] == 1
    for user in (anna, eve):
        assert await pasture.code("POST", user, f"{FRIENDS}/{asked['id']}/accept") == "friendship_not_found"
    accepted = await rig.request("POST", f"{PATH}/{FRIENDS}/{asked['id']}/accept", user=ben)
    assert (accepted.status_code, accepted.json()["handle"]) == (200, "Anna-01")
    assert await pasture.code("POST", ben, FRIENDS, json={"handle": "Anna-01"}) == "already_friends"
    assert (await seen(pasture, anna, "friends"), await seen(pasture, ben, "friends")) == (["Ben-02"], ["Anna-01"])
    assert len(await rig.events(FriendshipRequested)) == len(await rig.events(FriendshipAccepted)) == 1
    assert await pasture.code("DELETE", eve, f"friends/{asked['id']}") == "friendship_not_found"
    assert (await rig.request("DELETE", f"{PATH}/friends/{asked['id']}", user=ben)).status_code == 204
    assert (await seen(pasture, anna, "friends"), await seen(pasture, anna)) == ([], [])
    await ask(pasture, ben, "Anna-01")
    assert (await ask(pasture, anna, "Ben-02"))["direction"] == "received"  # to ask who has asked is to accept
    assert await seen(pasture, anna, "friends") == ["Ben-02"]


async def test_whoever_is_blocked_or_declined_learns_nothing(pasture: Pasture, rig: Rig) -> None:
    anna, ben = await pasture.player(handle="Anna-01"), await pasture.player(handle="Ben-02")
    first = await ask(pasture, ben, "Anna-01")
    assert (await rig.request("POST", f"{PATH}/{FRIENDS}/{first['id']}/decline", user=anna)).status_code == 204
    assert (await seen(pasture, ben), await seen(pasture, anna)) == (["Anna-01"], [])
    assert (await rig.request("DELETE", f"{PATH}/friends/{first['id']}", user=ben)).status_code == 204
    again = await ask(pasture, ben, "Anna-01")  # does not reach her for some time
    assert (await seen(pasture, ben), await seen(pasture, anna)) == (["Anna-01"], [])
    blocked = await rig.request("POST", f"{PATH}/friends/blocks", user=anna, json={"handle": "Ben-02"})
    assert (blocked.status_code, blocked.json()["handle"]) == (201, "Ben-02")
    pasture.wait(days=40)
    assert await ask(pasture, ben, "Anna-01") == again
    await rig.request("DELETE", f"{PATH}/friends/{again['id']}", user=ben)
    renewed = await ask(pasture, ben, "Anna-01")
    assert (renewed["direction"], await seen(pasture, anna)) == ("sent", [])
    assert await pasture.code("POST", anna, FRIENDS, json={"handle": "Ben-02"}) == "player_blocked"
    assert await pasture.code("POST", anna, f"{FRIENDS}/{renewed['id']}/accept") == "friendship_not_found"
    assert len(await rig.events(FriendshipRequested)) == 1
    assert await seen(pasture, anna, "friends/blocks") == ["Ben-02"]
    assert await seen(pasture, ben, "friends/blocks") == []
    path = f"friends/blocks/{blocked.json()['id']}"
    assert await pasture.code("DELETE", ben, path) == "block_not_found"
    assert (await rig.request("DELETE", f"{PATH}/{path}", user=anna)).status_code == 204


async def test_a_block_ends_a_friendship(pasture: Pasture, rig: Rig) -> None:
    anna, ben = await pasture.player(handle="Anna-01"), await pasture.player(handle="Ben-02")
    await ask(pasture, ben, "Anna-01")
    await ask(pasture, anna, "Ben-02")
    await rig.request("POST", f"{PATH}/friends/blocks", user=anna, json={"handle": "Ben-02"})
    assert (await seen(pasture, ben, "friends"), await seen(pasture, anna, "friends")) == ([], [])


async def test_a_block_ends_a_request_that_was_declined(pasture: Pasture, rig: Rig) -> None:
    anna, ben = await pasture.player(handle="Anna-01"), await pasture.player(handle="Ben-02")
    asked = await ask(pasture, anna, "Ben-02")
    await rig.request("POST", f"{PATH}/{FRIENDS}/{asked['id']}/decline", user=ben)
    await rig.request("POST", f"{PATH}/friends/blocks", user=anna, json={"handle": "Ben-02"})
    assert (await ask(pasture, ben, "Anna-01"))["direction"] == "sent"
    assert (await seen(pasture, ben), await seen(pasture, anna)) == (["Anna-01"], [])
    assert await rig.events(FriendshipAccepted) == []


async def test_nobody_asks_everybody(pasture: Pasture, rig: Rig) -> None:
    anna = await pasture.player()
    for number in range(REQUESTS_A_DAY + 1):
        await pasture.player(handle=f"other-{number:02}")
    for number in range(REQUESTS_A_DAY):
        await ask(pasture, anna, f"other-{number:02}")
    assert (
        await pasture.code("POST", anna, FRIENDS, json={"handle": f"other-{REQUESTS_A_DAY:02}"})
        == "too_many_friend_requests"
    )


async def test_boards_of_all_friends_and_farm_show_whom_they_may(pasture: Pasture, rig: Rig) -> None:
    names = ("anna", "ben", "eve", "ida", "kim")
    seen_by = dict(zip(names, ("everyone", "everyone", "friends", "nobody", "everyone"), strict=True))
    people = {name: await pasture.player(handle=f"{name}-plays", visibility=seen_by[name]) for name in names}
    meals = {"anna": 1, "ben": 2, "eve": 3, "ida": 4, "kim": 2}
    for name, count in meals.items():
        for _ in range(count):
            await pasture.animal(people[name])
    pasture.wait(days=1)
    await pasture.turn()
    for name in names:
        await rig.deliver(meal(*{UUID(task["livestock_id"]) for task in await pasture.tasks(people[name])}))
    for name in ("eve", "ida"):
        await ask(pasture, people["anna"], f"{name}-plays")
        await ask(pasture, people[name], "anna-plays")

    async def board(query: str, user: str = "anna") -> list[tuple[int, str]]:
        found = await pasture.get(people[user], f"leaderboard?{query}")
        return [(entry["rank"], entry["handle"].partition("-")[0]) for entry in found["items"]]

    everyone = await board("")
    assert sorted(everyone) == [(1, "ben"), (1, "kim"), (3, "anna")]
    page = await pasture.get(people["anna"], "leaderboard?limit=1")
    rest = await pasture.get(people["anna"], f"leaderboard?limit=5&cursor={page['next_cursor']}")
    assert [(each["rank"], each["is_me"]) for each in page["items"] + rest["items"]] == [
        (1, False),
        (1, False),
        (3, True),
    ]
    assert page["me"] == {"rank": 3, "xp": 20}
    assert await board("scope=friends") == [(1, "eve"), (2, "anna")]
    assert sorted(await board(f"scope=farm&farm_id={pasture.farm_id}", "ida")) == [
        (1, "ida"),
        (2, "ben"),
        (2, "kim"),
        (4, "anna"),
    ]
    assert await pasture.code("GET", people["anna"], f"leaderboard?scope=farm&farm_id={uuid4()}") == "not_your_farm"
    assert (await pasture.get(people["ida"], "leaderboard?period=month"))["me"] == {"rank": 1, "xp": 80}
    how = await pasture.get(people["kim"], "player")
    change = {name: how[name] for name in ("version", "time_zone", "handle", "is_minor")}
    await rig.request("PUT", f"{PATH}/player", user=people["kim"], json={**change, "visibility": "nobody"})
    assert await board("") == [(1, "ben"), (2, "anna")]


async def test_a_board_tells_nobody_who_plays_under_a_handle(pasture: Pasture, rig: Rig) -> None:
    people = [await pasture.player(animals=1, visibility="everyone") for _ in range(2)]
    for player in people:
        await pasture.do_one(player)
    page = await pasture.get(people[0], "leaderboard?limit=1")
    cursor = page["next_cursor"]
    shown = base64.urlsafe_b64decode(cursor + "==")
    assert not [player for player in people if str(player).encode() in shown]
    rest = await pasture.get(people[0], f"leaderboard?limit=1&cursor={cursor}")
    assert {each["is_me"] for each in page["items"] + rest["items"]} == {True, False}
    plain = [encode(0, people[1], 1, 1), encode("made up"), cursor[:-8], "x"]
    assert {await pasture.code("GET", people[0], f"leaderboard?cursor={each}") for each in plain} == {"invalid_cursor"}


async def test_a_season_that_is_over_stays_as_it_is(pasture: Pasture, rig: Rig) -> None:
    pasture.go_to(datetime(2027, 8, 4, 9, tzinfo=UTC))
    anna = await pasture.player(animals=1, visibility="everyone")
    await pasture.do_one(anna)
    week = calendar.week_at(clock.now())
    pasture.go_to(datetime(2027, 8, 9, 0, 5, tzinfo=UTC))
    await rig.run_job("close_seasons")
    assert await rig.events(SeasonClosed) == []
    pasture.go_to(datetime(2027, 8, 9, 0, 11, tzinfo=UTC))
    await rig.run_job("close_seasons")
    await rig.run_job("close_seasons")
    [closed] = await rig.events(SeasonClosed)
    assert (closed.season_id, closed.kind, closed.players) == (week.id, "week", 1)
    await pasture.turn()
    await pasture.do_one(anna)
    past = await pasture.get(anna, f"leaderboard?season_id={week.id}")
    assert ([entry["xp"] for entry in past["items"]], past["season"]["closed_at"] is None) == ([5], False)
    assert (await pasture.get(anna, "leaderboard"))["me"]["xp"] == 5
    assert (await pasture.get(anna, "leaderboard?period=ever"))["me"]["xp"] == 10
    kinds = [season["kind"] for season in (await pasture.get(anna, "seasons"))["items"]]
    assert kinds.count("week") == 2
    assert await pasture.code("GET", anna, f"leaderboard?season_id={uuid4()}") == "season_not_found"


async def crowd(rig: Rig, season: UUID) -> None:
    """3,500 others, who have won 0 to 3,495 in a season."""
    await rig.db.fetch(
        """
        WITH others AS (
            INSERT INTO players (user_id, version, handle, handle_key, time_zone, visibility, is_minor, xp, local_day,
                day_number, day_starts_at, day_ends_at, hand_count, joined_at)
            SELECT gen_random_uuid(), 1, 'p' || n, 'p' || n, 'UTC', 'everyone', false, 0, '2027-01-01', 1, now(),
                now() + interval '1 day', 0, now()
            FROM generate_series(1, 3500) AS n RETURNING user_id
        )
        INSERT INTO season_scores (season_id, player_id, xp, listed)
        SELECT $1, user_id, 5 * (row_number() OVER () % 700), true FROM others
        """,
        season,
    )


async def test_ranks_of_a_closed_season_stay_exact_when_somebody_is_hidden_or_shown(pasture: Pasture, rig: Rig) -> None:
    pasture.go_to(datetime(2027, 8, 4, 9, tzinfo=UTC))
    anna, ben = [await pasture.player(animals=1, visibility="everyone") for _ in range(2)]
    await pasture.do_one(anna)
    await pasture.do_one(ben)
    week = calendar.week_at(clock.now()).id
    await crowd(rig, week)
    await rig.db.fetch("UPDATE season_scores SET xp = 2500 WHERE player_id = $1 AND season_id = $2", ben, week)
    pasture.go_to(datetime(2027, 8, 9, 0, 11, tzinfo=UTC))
    await rig.run_job("close_seasons")

    async def rank() -> int:
        return int((await pasture.get(anna, f"leaderboard?limit=1&season_id={week}"))["me"]["rank"])

    async def show(visibility: str) -> None:
        how = await pasture.get(ben, "player")
        change = {name: how[name] for name in ("version", "time_zone", "handle", "is_minor")}
        await rig.request("PUT", f"{PATH}/player", user=ben, json={**change, "visibility": visibility})

    all_shown = await rank()
    await show("nobody")
    assert await rank() == all_shown - 1
    await show("everyone")
    assert await rank() == all_shown
    assert len(await rig.db.fetch("SELECT FROM season_marks WHERE season_id = $1", week)) == 3


async def test_ranks_are_found_by_marks_as_by_counting(pasture: Pasture, rig: Rig) -> None:
    anna = await pasture.player(animals=1, visibility="everyone")
    await pasture.do_one(anna)
    week = calendar.week_at(clock.now()).id
    await crowd(rig, week)

    async def rank(xp: int) -> int:
        await rig.db.fetch("UPDATE season_scores SET xp = $1 WHERE player_id = $2 AND season_id = $3", xp, anna, week)
        return int((await pasture.get(anna, "leaderboard?limit=1"))["me"]["rank"])

    wanted = [(xp, await rank(xp)) for xp in (4000, 3495, 2500, 1004, 1000, 5, 0)]
    await rig.run_job("mark_ranks")
    assert len(await rig.db.fetch("SELECT FROM season_marks")) == 3
    assert [(xp, await rank(xp)) for xp, _ in wanted] == wanted
    assert (wanted[0][1], wanted[-1][1]) == (1, 3496)
