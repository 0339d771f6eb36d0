import asyncio
from datetime import datetime, timedelta

import jwt
import pytest

from amigok_chassis import clock, control
from identity.keys import service as keys
from identity.passwords import service as passwords


@pytest.mark.parametrize("login", ["ada", "ADA", "ada@amigok.test", "ADA@Amigok.TEST"])
async def test_username_and_address_both_sign_in(visitor, login):
    await visitor.verified()
    answer = await visitor.login(login)
    body = answer.json()
    assert answer.status_code == 200, body
    assert (body["token_type"], body["expires_in"]) == ("Bearer", 600)
    me = await visitor.me(body["access_token"])
    assert me.json() == body["user"]
    assert me.json()["email_verified"] is True
    assert set(me.json()) == {
        "id",
        "email",
        "username",
        "full_name",
        "role",
        "email_verified",
        "phone",
        "kyc_status",
        "created_at",
    }


async def test_the_access_token_verifies_against_the_key_set(visitor):
    body = await visitor.signed_in()
    answer = await visitor.rig.http.get("/.well-known/jwks.json")
    assert "max-age" in answer.headers["cache-control"]
    (jwk,) = answer.json()["keys"]
    assert "d" not in jwk
    claims = jwt.decode(body["access_token"], jwt.PyJWK(jwk), algorithms=["ES256"], audience="amigok", issuer="amigok")
    header = jwt.get_unverified_header(body["access_token"])
    assert (header["kid"], header["typ"], header["alg"]) == (jwk["kid"], "at+jwt", "ES256")
    assert (claims["sub"], claims["role"], claims["amr"]) == (body["user"]["id"], "investor", ["pwd"])
    assert claims["exp"] - claims["iat"] == 600
    assert claims["auth_time"] == claims["iat"]


async def test_an_unverified_address_opens_nothing_and_its_password_tells_nothing(visitor):
    await visitor.register()
    right = await visitor.login("ada@amigok.test")
    wrong = await visitor.login("ada@amigok.test", "not the password")
    assert (right.status_code, right.json()["code"]) == (401, "invalid_credentials")
    assert right.json() == wrong.json()
    assert "not verified" in right.json()["title"]


async def test_an_unknown_user_and_a_wrong_password_look_the_same(visitor):
    await visitor.verified()
    unknown = await visitor.login("nobody", "not the password")
    wrong = await visitor.login("ada", "not the password")
    assert unknown.status_code == 401
    assert unknown.json() == wrong.json()
    assert not passwords.is_outdated(passwords.nobodys_hash())


async def refreshed(visitor, pair, *, days):
    """The next pair, so many days after the beginning."""
    clock.set_offset(timedelta(days=days))
    return (await visitor.post("refresh", {"refresh_token": pair["refresh_token"]})).json()


async def test_a_session_ends_after_seven_days_without_use(visitor):
    used, left = await visitor.signed_in(), (await visitor.login()).json()
    used = await refreshed(visitor, used, days=6.9)
    assert (await refreshed(visitor, left, days=7))["code"] == "invalid_refresh_token"
    used = await refreshed(visitor, used, days=13.8)
    listed = (await visitor.call("GET", "sessions", access=used["access_token"])).json()["items"]
    (session,) = listed
    assert datetime.fromisoformat(session["ends_at"]) - datetime.fromisoformat(session["last_used_at"]) == timedelta(7)


async def test_a_session_ends_after_thirty_days_however_much_it_is_used(visitor):
    pair = await visitor.signed_in()
    for days in (6, 12, 18, 24, 29.9):
        pair = await refreshed(visitor, pair, days=days)
    (session,) = (await visitor.call("GET", "sessions", access=pair["access_token"])).json()["items"]
    assert datetime.fromisoformat(session["ends_at"]) - datetime.fromisoformat(session["opened_at"]) == timedelta(30)
    assert (await refreshed(visitor, pair, days=30))["code"] == "invalid_refresh_token"


async def test_logout_ends_this_session_and_no_other(visitor):
    body = await visitor.signed_in()
    other = (await visitor.login()).json()
    for _ in range(2):
        assert (await visitor.post("logout", access=body["access_token"])).status_code == 204
    assert (await visitor.me(body["access_token"])).status_code == 401
    assert (await visitor.post("refresh", {"refresh_token": body["refresh_token"]})).status_code == 401
    assert (await visitor.me(other["access_token"])).status_code == 200
    assert (await visitor.post("logout")).status_code == 401


async def test_revoked_sessions_are_announced_until_redis_has_taken_it(visitor_with_redis):
    visitor, context = visitor_with_redis, visitor_with_redis.rig.context
    body = await visitor.signed_in()
    await visitor.post("logout", access=body["access_token"])
    working, context.redis = context.redis, type(context.redis).from_url("redis://127.0.0.1:1")
    await visitor.rig.run_task("announce_revocation")
    assert await working.exists(control.REVOKED) == 0
    await context.redis.aclose()
    context.redis = working
    clock.set_offset(timedelta(seconds=1))
    await visitor.rig.run_task("announce_revocation")
    session_id = jwt.decode(body["access_token"], options={"verify_signature": False})["sid"]
    ((member, until),) = await working.zrange(control.REVOKED, 0, -1, withscores=True)
    assert member.decode() == session_id
    assert until >= jwt.decode(body["access_token"], options={"verify_signature": False})["exp"]
    assert await visitor.rig.db.fetch("SELECT FROM sessions WHERE due_at IS NOT NULL") == []
    await working.delete(control.REVOKED)
    await visitor.rig.run_task("announce_revocation")
    assert await working.exists(control.REVOKED) == 0


async def test_replicas_that_start_at_once_make_one_key_and_keep_it(visitor):
    db = visitor.rig.db
    await db.fetch("DELETE FROM signing_keys")

    async def start():
        async with db.unit_of_work() as session:
            await keys.ensure_signing_key(session)

    await asyncio.gather(*(start() for _ in range(5)))
    rows = await db.fetch("SELECT sealed FROM signing_keys")
    assert len(rows) == 1
    await start()
    assert await db.fetch("SELECT sealed FROM signing_keys") == rows


async def test_signing_keys_that_the_data_key_does_not_open_are_noticed_at_the_start(visitor):
    async with visitor.rig.db.unit_of_work() as session:
        session.info["data_key"] = b"o" * 32  # as for a database from before there were data keys
        with pytest.raises(ValueError, match="does not open its signing key"):
            await keys.ensure_signing_key(session)


async def test_what_has_expired_is_forgotten(visitor):
    await visitor.signed_in()
    await visitor.login("ada", "not the password")
    await visitor.register("late")
    clock.set_offset(timedelta(days=32))
    for job in visitor.rig.service.jobs:
        await visitor.rig.run_job(job.name)
    for table in ("verifications", "login_failures", "sessions", "refresh_tokens", "mails"):
        assert (await visitor.rig.db.fetch(f"SELECT count(*) FROM {table}"))[0][0] == 0, table


async def test_where_there_is_no_redis_a_revocation_waits_for_nothing(visitor):
    body = await visitor.signed_in()
    await visitor.post("logout", access=body["access_token"])
    assert len(await visitor.rig.db.fetch("SELECT FROM sessions WHERE due_at IS NOT NULL")) == 1
    await visitor.rig.run_task("announce_revocation")
    assert await visitor.rig.db.fetch("SELECT FROM sessions WHERE due_at IS NOT NULL") == []
