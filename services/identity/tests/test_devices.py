from datetime import timedelta
from uuid import uuid4

import jwt
import pytest

from amigok_chassis import clock
from identity.sessions.names import device

FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"


def session_of(access):
    return jwt.decode(access, options={"verify_signature": False})["sid"]


async def listed(visitor, access):
    answer = await visitor.call("GET", "sessions", access=access)
    assert answer.status_code == 200, answer.text
    return answer.json()["items"]


async def test_a_user_sees_where_they_are_signed_in(visitor):
    old = (await visitor.signed_in())["access_token"]
    await visitor.signed_in("eve")
    visitor.rig.http.headers["User-Agent"] = FIREFOX
    clock.set_offset(timedelta(minutes=1))
    body = (await visitor.login()).json()
    clock.set_offset(timedelta(minutes=3))
    pair = (await visitor.post("refresh", {"refresh_token": body["refresh_token"]})).json()
    new, first = await listed(visitor, pair["access_token"])
    assert (new["device"], new["address"], new["current"]) == ("Firefox on Linux", "127.0.0.1", True)
    assert new["opened_at"] < new["last_used_at"]
    assert (first["id"], first["device"], first["current"]) == (session_of(old), "python-httpx", False)
    assert set(new) == {"id", "device", "address", "opened_at", "last_used_at", "ends_at", "current"}


async def test_the_list_is_read_in_pages(visitor):
    access = (await visitor.signed_in())["access_token"]
    for _ in range(2):
        await visitor.login()
    page = (await visitor.call("GET", "sessions?limit=2", access=access)).json()
    rest = (await visitor.call("GET", f"sessions?limit=2&cursor={page['next_cursor']}", access=access)).json()
    assert len({item["id"] for item in page["items"] + rest["items"]}) == 3
    assert rest["next_cursor"] is None
    assert (await visitor.call("GET", "sessions?cursor=nonsense", access=access)).json()["code"] == "invalid_cursor"


async def test_one_session_is_ended_by_its_user(visitor):
    mine, other = await visitor.signed_in(), (await visitor.login()).json()
    path = f"sessions/{session_of(other['access_token'])}"
    assert (await visitor.call("DELETE", path, access=mine["access_token"])).status_code == 204
    assert (await visitor.call("DELETE", path, access=mine["access_token"])).status_code == 404
    assert (await visitor.post("refresh", {"refresh_token": other["refresh_token"]})).status_code == 401
    assert len(await listed(visitor, mine["access_token"])) == 1
    rows = await visitor.rig.db.fetch("SELECT action FROM activities ORDER BY id DESC LIMIT 1")
    assert rows[0][0] == "session_ended"


async def test_other_peoples_sessions_are_not_there(visitor):
    mine, eves = await visitor.signed_in(), await visitor.signed_in("eve")
    for session_id in (session_of(eves["access_token"]), uuid4()):
        answer = await visitor.call("DELETE", f"sessions/{session_id}", access=mine["access_token"])
        assert (answer.status_code, answer.json()["code"]) == (404, "not_found")
    assert (await visitor.post("refresh", {"refresh_token": eves["refresh_token"]})).status_code == 200
    assert (await visitor.call("DELETE", "sessions/nonsense", access=mine["access_token"])).status_code == 422


async def test_all_other_sessions_are_ended_at_once(visitor):
    mine, others = await visitor.signed_in(), [(await visitor.login()).json() for _ in range(2)]
    eves = await visitor.signed_in("eve")
    assert (await visitor.call("DELETE", "sessions", access=mine["access_token"])).status_code == 204
    for other in others:
        assert (await visitor.post("refresh", {"refresh_token": other["refresh_token"]})).status_code == 401
    for kept in (mine, eves):
        assert (await visitor.post("refresh", {"refresh_token": kept["refresh_token"]})).status_code == 200
    rows = await visitor.rig.db.fetch("SELECT count(*) FROM sessions WHERE revoked_at IS NOT NULL")
    assert rows[0][0] == 2


@pytest.mark.parametrize(
    ("method", "path"),
    [("GET", "sessions"), ("DELETE", "sessions"), ("DELETE", "sessions/0190a1b2-0000-7000-8000-000000000000")],
)
async def test_strangers_see_and_end_nothing(visitor, method, path):
    assert (await visitor.call(method, path)).status_code == 401


async def test_a_program_may_call_itself_anything(visitor):
    visitor.rig.http.headers["User-Agent"] = "x" * 5000
    access = (await visitor.signed_in())["access_token"]
    assert (await listed(visitor, access))[0]["device"] == "x" * 40


@pytest.mark.parametrize(
    ("agent", "name"),
    [
        (None, "unknown"),
        ("", "unknown"),
        (FIREFOX, "Firefox on Linux"),
        (
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 "
            "Safari/537.36 Edg/140.0.0.0",
            "Edge on Windows",
        ),
        (
            "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile "
            "Safari/537.36",
            "Chrome on Android",
        ),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) "
            "Version/19.0 Mobile/15E148 Safari/604.1",
            "Safari on iPhone",
        ),
        ("okhttp/5.1.0", "okhttp"),
    ],
)
def test_a_device_has_a_name_for_people(agent, name):
    assert device(agent) == name
