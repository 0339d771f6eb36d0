"""Roles and status: who loses them is out at once, and somebody always administers."""

import asyncio
from datetime import timedelta

import asyncpg
import pytest

from amigok_chassis import clock
from amigok_chassis.patience import PATIENCE, until
from amigok_contracts.identity import UserDeactivated, UserReactivated, UserRoleChanged
from identity.administrators.service import LOCK

OUT = {"status": "deactivated", "reason": "unpaid bills"}
ACTIVE = "SELECT username FROM users WHERE role = 'admin' AND status = 'active' ORDER BY username"


async def refused_soon(office, access):
    """Whether a route that looks only at the token refuses it within seconds."""
    await office.rig.run_task("announce_revocation")

    async def refused():
        return (await office.call("GET", "me/activity", access=access)).status_code == 401

    return await until(refused, seconds=PATIENCE / 6)


@pytest.mark.parametrize(("path", "body"), [("role", {"role": "gamer"}), ("status", OUT)])
async def test_who_is_signed_in_loses_old_tokens_within_seconds(office_with_redis, path, body):
    office = office_with_redis
    ada = await office.visitor.signed_in()
    assert (await office.call("GET", "me/activity", access=ada["access_token"])).status_code == 200
    assert (await office.call("PUT", f"admin/users/{ada['user']['id']}/{path}", body)).status_code == 200
    refused = await office.visitor.post("refresh", {"refresh_token": ada["refresh_token"]})
    assert (refused.status_code, refused.json()["code"]) == (401, "invalid_refresh_token")
    assert (await office.visitor.me(ada["access_token"])).status_code == 401
    assert await refused_soon(office, ada["access_token"])


async def test_a_new_role_is_told_with_the_version_and_held_by_the_next_login(office):
    ada = (await office.visitor.signed_in())["user"]["id"]
    for _ in range(2):
        changed = await office.call("PUT", f"admin/users/{ada}/role", {"role": "farm_staff"})
        assert (changed.json()["role"], changed.json()["version"]) == ("farm_staff", 2)
    (event,) = await office.rig.events(UserRoleChanged)
    assert (str(event.user_id), event.role, event.status) == (ada, "farm_staff", "active")
    assert (await office.visitor.login()).json()["user"]["role"] == "farm_staff"


async def test_a_claim_to_an_address_gets_no_role(office):
    await office.visitor.register()
    claim = (await office.call("GET", "admin/users?q=ada")).json()["items"][0]["id"]
    answer = await office.call("PUT", f"admin/users/{claim}/role", {"role": "admin"})
    assert (answer.status_code, answer.json()["code"]) == (409, "user_unverified")


async def test_who_is_deactivated_learns_it_only_with_the_right_password(office):
    ada = (await office.visitor.signed_in())["user"]["id"]
    answer = await office.call("PUT", f"admin/users/{ada}/status", OUT)
    assert (answer.json()["status"], answer.json()["status_reason"]) == ("deactivated", "unpaid bills")
    right, wrong = await office.visitor.login(), await office.visitor.login("ada", "not the password")
    assert (right.status_code, right.json()["code"]) == (403, "account_deactivated")
    assert wrong.json() == (await office.visitor.login("nobody", "not the password")).json()
    back = (await office.call("PUT", f"admin/users/{ada}/status", {"status": "active"})).json()
    assert (back["status"], back["status_reason"]) == ("active", None)
    assert (await office.visitor.login()).status_code == 200
    (out,), (back_in,) = [await office.rig.events(kind) for kind in (UserDeactivated, UserReactivated)]
    assert out.aggregate_version < back_in.aggregate_version


async def test_who_is_deactivated_finds_no_way_back_in(office):
    visitor = office.visitor
    vera = await office.invite()
    link = await office.link()
    await visitor.register("ada")
    proof, code = await visitor.proof("ada")
    ada = (await office.call("GET", "admin/users?q=ada")).json()["items"][0]["id"]
    for user in (vera["id"], ada):
        await office.call("PUT", f"admin/users/{user}/status", OUT)
    accepted = await visitor.post("invitations/accept", {"token": link, "password": "nine brown cows chew"})
    assert (accepted.status_code, accepted.json()["code"]) == (422, "invalid_invitation")
    assert (await visitor.post("verify-email", {"token": proof})).status_code == 422
    assert (await visitor.post("verify-email", {"email": "ada@amigok.test", "code": code})).status_code == 422
    before = len(await visitor.mails("ada")), len(await visitor.mails("vera"))
    for name in ("ada", "vera"):
        assert (await visitor.register(name)).status_code == 202
    assert (len(await visitor.mails("ada")), len(await visitor.mails("vera"))) == before
    reset = await office.call("POST", f"admin/users/{ada}/reset-password")
    assert (reset.status_code, reset.json()["code"]) == (409, "user_deactivated")


async def test_a_login_that_a_deactivation_overtakes_is_refused(office, outsider, somebody_waits):
    await office.visitor.verified()
    transaction = outsider.transaction()
    await transaction.start()
    await outsider.execute("UPDATE users SET status = 'deactivated', status_reason = 'x' WHERE username = 'ada'")
    login = asyncio.create_task(office.visitor.login())
    await somebody_waits()
    await transaction.commit()
    assert (await login).json()["code"] == "account_deactivated"
    assert len(await office.rig.db.fetch("SELECT FROM sessions")) == 1


async def test_a_login_that_a_new_role_overtakes_has_the_new_role(office, outsider, somebody_waits):
    await office.administrator("bob")
    transaction = outsider.transaction()
    await transaction.start()
    await outsider.execute("UPDATE users SET role = 'gamer' WHERE username = 'bob'")
    login = asyncio.create_task(office.visitor.login("bob", "the shepherd keeps the gate"))
    await somebody_waits()
    await transaction.commit()
    access = (await login).json()["access_token"]
    assert (await office.call("GET", "admin/users", access=access)).json()["code"] == "forbidden"


@pytest.mark.parametrize(("path", "body"), [("role", {"role": "gamer"}), ("status", OUT)])
async def test_the_last_administrator_stays(office, path, body):
    await office.call("POST", "admin/users", {"email": "vera@amigok.test", "role": "admin"})
    answer = await office.call("PUT", f"admin/users/{office.id}/{path}", body)
    assert (answer.status_code, answer.json()["code"]) == (409, "last_administrator")
    await office.administrator("bob")
    assert (await office.call("PUT", f"admin/users/{office.id}/{path}", body)).status_code == 200
    assert [row[0] for row in await office.rig.db.fetch(ACTIVE + " LIMIT 1")] == ["bob"]


@pytest.mark.parametrize("at_themselves", [False, True])
@pytest.mark.parametrize(("path", "body"), [("role", {"role": "gamer"}), ("status", OUT)])
async def test_of_two_who_demote_each_other_or_themselves_at_once_one_stays(
    office, outsider, somebody_waits, path, body, at_themselves
):
    bob = await office.administrator("bob")
    pairs = [(office.access, bob["user"]["id"]), (bob["access_token"], office.id)]
    if at_themselves:
        pairs = [(office.access, office.id), (bob["access_token"], bob["user"]["id"])]
    await outsider.execute(f"SELECT pg_advisory_lock({LOCK})")
    calls = [
        asyncio.create_task(office.call("PUT", f"admin/users/{user}/{path}", body, access=access))
        for access, user in pairs
    ]
    await somebody_waits(2)
    await outsider.execute(f"SELECT pg_advisory_unlock({LOCK})")
    answers = [await call for call in calls]
    assert sorted(answer.status_code for answer in answers) == [200, 409 if at_themselves else 401]
    assert len(await office.rig.db.fetch(ACTIVE)) == 1


async def test_the_database_itself_keeps_an_administrator(office, outsider, somebody_waits):
    await office.administrator("bob")
    db = office.rig.db
    for statement in ("UPDATE users SET status = 'deactivated', status_reason = 'x'", "DELETE FROM users"):
        with pytest.raises(asyncpg.CheckViolationError, match="last active administrator"):
            await db.fetch(statement)
    transaction = outsider.transaction()
    await transaction.start()
    await outsider.execute("UPDATE users SET role = 'gamer' WHERE username = 'bob'")
    other = asyncio.create_task(db.fetch("UPDATE users SET email_verified_at = NULL WHERE username = 'root'"))
    await somebody_waits()
    await transaction.commit()
    with pytest.raises(asyncpg.CheckViolationError, match="last active administrator"):
        await other
    assert len(await db.fetch(ACTIVE)) == 1


async def test_who_administers_no_more_cannot_use_the_token_that_is_left(office):
    bob = await office.administrator("bob")
    await office.call("PUT", f"admin/users/{bob['user']['id']}/role", {"role": "farm_staff"})
    answer = await office.call("DELETE", f"admin/users/{office.id}", access=bob["access_token"])
    assert (answer.status_code, answer.json()["code"]) == (401, "unauthenticated")


async def test_the_last_login_is_shown(office):
    await office.visitor.verified()
    ada = (await office.call("GET", "admin/users?q=ada")).json()["items"][0]
    assert ada["last_login_at"] is None
    clock.set_offset(timedelta(minutes=1))
    await office.visitor.login()
    assert (await office.user(ada["id"]))["last_login_at"] > ada["created_at"]
