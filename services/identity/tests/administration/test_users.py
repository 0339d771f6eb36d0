from datetime import timedelta

import pytest

from amigok_chassis import clock
from amigok_chassis.ids import new_id

NOBODY = new_id()

READING = [
    ("GET", "admin/users"),
    ("GET", "admin/users/statistics"),
    ("GET", f"admin/users/{NOBODY}"),
    ("GET", f"admin/users/{NOBODY}/activity-log"),
    ("GET", "admin/identity/audit-log"),
]
CHANGING = [
    ("POST", "admin/users", {"email": "vera@amigok.test", "role": "farm_staff"}),
    ("PUT", f"admin/users/{NOBODY}", {"version": 1, "full_name": None, "notes": None}),
    ("DELETE", f"admin/users/{NOBODY}", None),
    ("PUT", f"admin/users/{NOBODY}/role", {"role": "gamer"}),
    ("PUT", f"admin/users/{NOBODY}/status", {"status": "deactivated", "reason": "fraud"}),
    ("POST", f"admin/users/{NOBODY}/reset-password", None),
]


@pytest.mark.parametrize("role", ["", "investor", "gamer", "farm_staff", "veterinarian"])
async def test_only_administrators_administer(office, role):
    access, expected = "", (401, "unauthenticated")
    if role:
        await office.visitor.verified()
        await office.rig.db.fetch("UPDATE users SET role = $1 WHERE username = 'ada'", role)
        access, expected = (await office.visitor.login()).json()["access_token"], (403, "forbidden")
    for method, path, *body in READING + CHANGING:
        answer = await office.call(method, path, *body, access=access)
        assert (answer.status_code, answer.json()["code"]) == expected, (method, path)
    assert len(await office.entries()) == 1


async def test_nobody_is_not_found(office):
    for method, path, *body in READING[2:4] + CHANGING[1:]:
        answer = await office.call(method, path, *body)
        assert (answer.status_code, answer.json()["code"]) == (404, "user_not_found"), (method, path)


async def test_changes_need_a_fresh_proof_of_who_asks_and_looking_does_not(office):
    clock.set_offset(timedelta(minutes=11))
    pair = (await office.visitor.post("refresh", {"refresh_token": office.refresh_token})).json()
    for method, path, body in CHANGING:
        answer = await office.call(method, path, body, access=pair["access_token"])
        assert (answer.status_code, answer.json()["code"]) == (403, "step_up_required"), (method, path)
    assert (await office.call("GET", "admin/users", access=pair["access_token"])).status_code == 200


async def test_users_are_listed_newest_first_in_pages_and_by_what_they_are(office):
    visitor = office.visitor
    for name in ("ada", "bob", "cyd"):
        await visitor.verified(name, role="gamer" if name == "bob" else "investor")
    await visitor.register("dan")
    ada = (await office.call("GET", "admin/users?q=ada@")).json()["items"][0]
    await office.call("PUT", f"admin/users/{ada['id']}/status", {"status": "deactivated", "reason": "fraud"})
    assert await office.users() == ["dan", "cyd", "bob", "ada", "root"]
    assert await office.users("role=gamer") == ["bob"]
    assert await office.users("role=investor&verified=true") == ["cyd", "ada"]
    assert await office.users("verified=false") == ["dan"]
    assert await office.users("status=deactivated") == ["ada"]
    assert await office.users(f"created_until={ada['created_at'].replace('+', '%2B')}") == ["root"]
    assert await office.users(f"created_since={ada['created_at'].replace('+', '%2B')}&role=investor") == [
        "dan",
        "cyd",
        "ada",
    ]
    seen, cursor = [], ""
    while cursor is not None:
        page = (await office.call("GET", f"admin/users?limit=2{cursor}")).json()
        seen += [user["username"] for user in page["items"]]
        cursor = page["next_cursor"] and f"&cursor={page['next_cursor']}"
    assert seen == ["dan", "cyd", "bob", "ada", "root"]


async def test_search_finds_parts_of_address_and_names_and_takes_them_literally(office):
    for name, full_name in (("ada", "Ada Öztürk"), ("bob_b", None), ("bobxb", None)):
        await office.visitor.verified(name, full_name=full_name)
    assert await office.users("q=ADA@AMI") == ["ada"]
    assert await office.users("q=%C3%96ZT%C3%9C") == ["ada"]
    assert await office.users("q=ob_b") == ["bob_b"]
    for nothing in ("%25%25%25", "a%5C%5C", "ada%27--"):
        assert await office.users(f"q={nothing}") == []
    assert await office.users("q=amigok.test&role=admin") == ["root"]


@pytest.mark.parametrize(
    "query",
    [
        "q=ab",
        "q=ab%00c",
        "q=" + "a" * 101,
        "role=king",
        "status=gone",
        "verified=perhaps",
        "created_since=2026-01-01T00:00:00",
        "created_since=yesterday",
        "created_since=0001-01-01T00:00:00%2B14:00",
        "created_until=9999-12-31T23:59:59-14:00",
        "limit=0",
        "cursor=x",
        "cursor=WyIyMDI2LTAxLTAxIiwgMV0",
    ],
)
async def test_odd_filters_are_the_senders_fault(office, query):
    assert (await office.call("GET", f"admin/users?{query}")).status_code == 422


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("POST", "", {"email": "vera@amigok.test", "role": "king"}),
        ("POST", "", {"email": "vera@amigok.test", "role": "gamer", "password": "chosen by somebody else"}),
        ("POST", "", {"email": "vera@deleted.invalid", "role": "gamer"}),
        ("POST", "", {"email": "vera@amigok.test", "role": "gamer", "notes": "a\x00b"}),
        ("POST", "", {"email": "vera@amigok.test", "role": "gamer", "notes": ""}),
        ("PUT", "/{id}", {"version": 1, "full_name": None}),
        ("PUT", "/{id}", {"version": 2**80, "full_name": None, "notes": None}),
        ("PUT", "/{id}", {"version": 1, "full_name": None, "notes": None, "email": "x@amigok.test"}),
        ("PUT", "/{id}/status", {"status": "deactivated"}),
        ("PUT", "/{id}/status", {"status": "active", "reason": "x"}),
        ("PUT", "/{id}/status", {"status": "deleted"}),
        ("PUT", "/{id}/role", {"role": None}),
    ],
)
async def test_odd_bodies_are_the_senders_fault(office, method, path, body):
    answer = await office.call(method, f"admin/users{path.format(id=office.id)}", body)
    assert answer.status_code == 422, answer.text
    assert len(await office.entries()) == 1


async def test_an_edit_is_of_the_version_that_was_seen(office):
    await office.visitor.verified()
    ada = (await office.call("GET", "admin/users?q=ada")).json()["items"][0]["id"]
    edit = {"version": 1, "full_name": "Ada Lovelace", "notes": "called on Monday\nand on Tuesday"}
    changed = (await office.call("PUT", f"admin/users/{ada}", edit)).json()
    assert (changed["full_name"], changed["notes"], changed["version"]) == (edit["full_name"], edit["notes"], 2)
    late = await office.call("PUT", f"admin/users/{ada}", {**edit, "notes": None})
    assert (late.status_code, late.json()["code"], late.json()["version"]) == (409, "version_conflict", 2)
    again = await office.call("PUT", f"admin/users/{ada}", {**edit, "version": 2})
    assert again.json() == changed
    assert [entry["action"] for entry in await office.entries(f"subject_id={ada}")] == ["user.updated"]


async def test_statistics_count_each_kind_and_each_day(office):
    await office.visitor.verified()
    await office.visitor.register("bob", role="gamer")
    clock.set_offset(timedelta(days=2))
    await office.visitor.register("cyd")
    root = (await office.visitor.login("root", "the shepherd keeps the gate")).json()["access_token"]
    ada = (await office.call("GET", "admin/users?q=ada", access=root)).json()["items"][0]["id"]
    office.access = root
    assert (await office.delete(ada)).json()["state"] == "done"
    found = (await office.call("GET", "admin/users/statistics", access=root)).json()
    assert found["total"] == 3
    assert found["by_role"] == {"investor": 1, "gamer": 1, "admin": 1, "farm_staff": 0, "veterinarian": 0}
    assert found["by_status"] == {"active": 3, "deactivated": 0, "deleted": 1}
    assert (found["verified"], found["unverified"]) == (1, 2)
    assert len(found["registrations"]) == 30
    assert [day["count"] for day in found["registrations"][-4:]] == [0, 3, 0, 1]
    assert found["registrations"][-1]["day"] == clock.now().date().isoformat()
