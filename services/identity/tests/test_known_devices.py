"""A device that somebody has signed in on before is told from a new one, and the owner is told of that."""

import asyncio
from datetime import timedelta

import jwt
import pytest

from amigok_chassis import clock
from identity.devices.models import MOST

NOTICE = "that you had not used before"


def since(body):
    claims = jwt.decode(body["access_token"], options={"verify_signature": False})
    return claims.get("dev")


async def notices(visitor, name="ada"):
    return sum(NOTICE in text for text in await visitor.mails(name))


async def known(visitor):
    return (await visitor.rig.db.fetch("SELECT count(*) FROM known_devices"))[0][0]


async def test_a_device_is_known_since_the_first_login_on_it(visitor):
    first = await visitor.signed_in()
    assert abs(since(first) - clock.now().timestamp()) < 5
    clock.set_offset(timedelta(days=3))
    again = (await visitor.login()).json()
    assert (again["device_token"], since(again)) == (first["device_token"], since(first))
    other = (await visitor.login(device_token=None)).json()
    assert other["device_token"] != first["device_token"]
    assert since(other) >= since(first) + 3 * 86_400


async def test_every_token_of_a_session_tells_since_when_its_device_is_known(visitor):
    first = await visitor.signed_in()
    clock.set_offset(timedelta(days=1))
    refreshed = (await visitor.post("refresh", {"refresh_token": first["refresh_token"]})).json()
    proof = {"password": "seven grey sheep graze"}
    stepped_up = (await visitor.post("step-up", proof, access=refreshed["access_token"])).json()
    assert since(refreshed) == since(stepped_up) == since(first)


async def test_the_owner_is_told_once_of_a_new_device(visitor):
    await visitor.signed_in()
    assert await notices(visitor) == 1
    await visitor.login()
    assert await notices(visitor) == 1
    await visitor.login(device_token="nonsense")
    assert await notices(visitor) == 2
    rows = await visitor.rig.db.fetch("SELECT FROM activities WHERE action = 'new_device'")
    assert len(rows) == 2


async def test_a_wrong_password_tells_nothing_of_devices_and_makes_none(visitor):
    first = await visitor.signed_in()
    answers = [
        await visitor.login(password="not the password", device_token=token)
        for token in (first["device_token"], "nonsense", None)
    ]
    assert {(answer.status_code, answer.text) for answer in answers} == {(401, answers[0].text)}
    assert await known(visitor) == 1


async def test_the_token_of_one_user_makes_no_device_of_another_known(visitor):
    adas = await visitor.signed_in()
    await visitor.verified("eve")
    eves = (await visitor.login("eve", device_token=adas["device_token"])).json()
    assert eves["device_token"] != adas["device_token"]
    assert await notices(visitor, "eve") == 1


async def test_a_device_stays_known_after_a_logout(visitor):
    first = await visitor.signed_in()
    await visitor.post("logout", access=first["access_token"])
    assert since((await visitor.login()).json()) == since(first)
    assert await notices(visitor) == 1


async def test_the_device_of_a_session_that_its_user_ends_is_forgotten(visitor):
    mine = await visitor.signed_in()
    thiefs = (await visitor.login(device_token=None)).json()
    (theirs,) = [
        session
        for session in (await visitor.call("GET", "sessions", access=mine["access_token"])).json()["items"]
        if not session["current"]
    ]
    await visitor.call("DELETE", f"sessions/{theirs['id']}", access=mine["access_token"])
    again = (await visitor.login(device_token=thiefs["device_token"])).json()
    assert again["device_token"] != thiefs["device_token"]
    assert (await visitor.login(device_token=mine["device_token"])).json()["device_token"] == mine["device_token"]


async def test_a_device_with_two_sessions_stays_known_when_one_of_them_ends(visitor):
    await visitor.signed_in()
    mine = (await visitor.login()).json()
    former = (await visitor.call("GET", "sessions", access=mine["access_token"])).json()["items"][1]
    await visitor.call("DELETE", f"sessions/{former['id']}", access=mine["access_token"])
    assert since((await visitor.login()).json()) == since(mine)


async def test_ending_all_other_sessions_or_changing_the_password_forgets_all_other_devices(visitor):
    mine = await visitor.signed_in()
    change = {"current_password": "seven grey sheep graze", "new_password": "eleven black goats jump"}
    for method, path, body in (("DELETE", "sessions", None), ("PUT", "password", change)):
        await visitor.post("login", {"login": "ada", "password": "seven grey sheep graze"})
        assert await known(visitor) == 2
        answer = await visitor.call(method, path, body, access=mine["access_token"])
        assert answer.is_success, answer.text
        assert await known(visitor) == 1
    assert since((await visitor.login(password="eleven black goats jump")).json()) == since(mine)


async def test_a_forgotten_device_is_told_of_no_more(visitor):
    first = await visitor.signed_in()
    await visitor.rig.db.fetch("DELETE FROM known_devices")
    pair = (await visitor.post("refresh", {"refresh_token": first["refresh_token"]})).json()
    assert since(pair) is None


async def test_a_user_has_twenty_devices_and_the_longest_unused_is_forgotten(visitor):
    first = await visitor.signed_in()
    second = (await visitor.login(device_token=None)).json()
    for n in range(2, MOST):
        clock.set_offset(timedelta(minutes=n))
        await visitor.login(device_token=None)
    clock.set_offset(timedelta(hours=1))
    await visitor.login(device_token=first["device_token"])
    await visitor.login(device_token=None)
    assert await known(visitor) == MOST
    assert since((await visitor.login(device_token=first["device_token"])).json()) == since(first)
    assert (await visitor.login(device_token=second["device_token"])).json()["device_token"] != second["device_token"]


async def test_logins_at_once_on_new_devices_make_one_each(visitor):
    await visitor.verified()
    answers = await asyncio.gather(*(visitor.login(device_token=None) for _ in range(4)))
    assert len({answer.json()["device_token"] for answer in answers}) == await known(visitor) == 4


async def test_the_database_keeps_no_device_token(visitor):
    token = (await visitor.signed_in())["device_token"]
    rows = await visitor.rig.db.fetch("SELECT k::text AS row FROM known_devices k")
    assert len(token) == 43
    assert not any(token in row["row"] for row in rows)


async def test_a_device_that_was_not_used_for_a_year_is_forgotten(visitor):
    await visitor.signed_in()
    clock.set_offset(timedelta(days=366))
    await visitor.rig.run_job("forget_devices")
    assert await known(visitor) == 0


@pytest.mark.parametrize("token", [b'"\\ud83d"', b'""', b"7", b'"' + b"x" * 101 + b'"', b'"\\u0000"'])
async def test_an_odd_device_token_is_refused_or_unknown(visitor, token):
    await visitor.verified()
    raw = b'{"login": "ada", "password": "seven grey sheep graze", "device_token": ' + token + b"}"
    headers = {"Content-Type": "application/json"}
    answer = await visitor.rig.http.post("/api/v1/auth/login", content=raw, headers=headers)
    assert answer.status_code in (200, 422)


async def test_sessions_ended_at_once_beside_logins_and_refreshes_leave_no_lock_behind(visitor):
    mine = await visitor.signed_in()
    access = mine["access_token"]
    others = [(await visitor.login()).json() for _ in range(4)]
    listed = (await visitor.call("GET", "sessions", access=access)).json()["items"]
    answers = await asyncio.gather(
        *(visitor.call("DELETE", f"sessions/{each['id']}", access=access) for each in listed if not each["current"]),
        *(visitor.post("refresh", {"refresh_token": each["refresh_token"]}) for each in others),
        *(visitor.login(device_token=None) for _ in range(3)),
        visitor.call("DELETE", "sessions", access=access),
    )
    assert max(answer.status_code for answer in answers) < 500
    assert (await visitor.me(access)).status_code == 200
