import asyncio
import json
import re
from datetime import timedelta

import pytest

from amigok_chassis import clock
from amigok_chassis.patience import PATIENCE

PASSWORD = "seven grey sheep graze"
ANOTHER = "nine brown goats gallop"


@pytest.fixture
def rig(visitor):
    return visitor.rig


async def forgot(visitor, name="ada"):
    answer = await visitor.post("password/forgot", {"email": f"{name}@amigok.test"})
    await visitor.rig.run_task("answer_request")
    return answer


async def link(visitor, name="ada"):
    await forgot(visitor, name)
    found = re.search(r"reset-password\?token=(\S+)", (await visitor.mails(name))[-1])
    assert found
    return found[1]


async def reset(visitor, token, password=ANOTHER):
    return await visitor.post("password/reset", {"token": token, "new_password": password})


async def change(visitor, access, current=PASSWORD, new=ANOTHER):
    return await visitor.call("PUT", "password", {"current_password": current, "new_password": new}, access=access)


async def test_the_mail_lets_its_reader_choose_a_password_and_ends_all_sessions(visitor):
    one, two = await visitor.signed_in(), (await visitor.login()).json()
    answer = await reset(visitor, await link(visitor))
    assert (answer.status_code, answer.json()) == (200, {"password_changed": True})
    for body in (one, two):
        assert (await visitor.post("refresh", {"refresh_token": body["refresh_token"]})).status_code == 401
        assert (await visitor.me(body["access_token"])).status_code == 401
    assert (await visitor.login()).status_code == 401
    assert (await visitor.login(password=ANOTHER)).status_code == 200
    assert "was changed" in (await visitor.mails())[-2]
    assert "not used before" in (await visitor.mails())[-1]


async def test_a_reset_signs_nobody_in(visitor):
    await visitor.verified()
    assert "token" not in (await reset(visitor, await link(visitor))).text
    assert (await visitor.rig.db.fetch("SELECT count(*) FROM sessions"))[0][0] == 0


async def test_every_address_gets_the_same_answer_and_the_same_work(visitor):
    await visitor.verified("known")
    await visitor.register("unverified")
    before = {name: len(await visitor.mails(name)) for name in ("known", "unverified", "unknown")}
    answers = {}
    for name in before:
        answers[name] = await visitor.post("password/forgot", {"email": f"{name}@amigok.test"})
    assert {(answer.status_code, answer.text) for answer in answers.values()} == {(202, answers["known"].text)}
    assert {name: len(await visitor.mails(name)) for name in before} == before
    rows = await visitor.rig.db.fetch("SELECT email FROM account_requests ORDER BY id")
    assert [row["email"] for row in rows] == [f"{name}@amigok.test" for name in before]
    await visitor.rig.run_task("answer_request")
    after = {name: len(await visitor.mails(name)) for name in before}
    assert after == {"known": before["known"] + 1, "unverified": before["unverified"] + 1, "unknown": 0}
    assert (await visitor.rig.db.fetch("SELECT count(*) FROM account_requests"))[0][0] == 0


async def test_an_unverified_account_gets_an_explanation_and_no_password(visitor):
    await visitor.register()
    await forgot(visitor)
    assert "never confirmed" in (await visitor.mails())[-1]
    assert "token=" not in (await visitor.mails())[-1]
    assert await visitor.rig.db.fetch("SELECT * FROM password_resets") == []


async def test_one_link_used_many_times_at_once_changes_the_password_once(visitor):
    await visitor.verified()
    token = await link(visitor)
    passwords = [f"{count} brown goats gallop" for count in ("two", "three", "four", "five")]
    answers = await asyncio.gather(*(reset(visitor, token, password) for password in passwords))
    assert sorted(answer.status_code for answer in answers) == [200, 422, 422, 422]
    assert {answer.json().get("code") for answer in answers} == {None, "invalid_reset"}
    (winner,) = [new for new, answer in zip(passwords, answers, strict=True) if answer.status_code == 200]
    assert (await visitor.login(password=winner)).status_code == 200


async def test_only_the_newest_mail_counts_for_half_an_hour_and_once(visitor):
    await visitor.verified()
    old, new = await link(visitor), await link(visitor)
    assert (await reset(visitor, old)).json()["code"] == "invalid_reset"
    clock.set_offset(timedelta(minutes=31))
    assert (await reset(visitor, new)).json()["code"] == "invalid_reset"
    newest = await link(visitor)
    assert (await reset(visitor, newest)).status_code == 200
    assert (await reset(visitor, newest)).json()["code"] == "invalid_reset"
    assert (await reset(visitor, "nonsense")).json()["code"] == "invalid_reset"


async def test_a_weak_password_uses_no_link_up(visitor):
    await visitor.verified()
    token = await link(visitor)
    assert (await reset(visitor, token, "password1234")).json()["code"] == "weak_password"
    assert (await reset(visitor, token)).status_code == 200


async def test_who_floods_the_owner_with_mails_does_not_keep_them_from_a_link(visitor):
    await visitor.verified()
    for n in range(8):
        await visitor.register(username=f"flooder{n}")
    assert len(await visitor.mails()) == 5
    await forgot(visitor)
    assert "reset-password" in (await visitor.mails())[-1]
    count = len(await visitor.mails())
    for _ in range(8):
        await forgot(visitor)
    assert len(await visitor.mails()) == count
    clock.set_offset(timedelta(minutes=31))
    assert (await reset(visitor, await link(visitor))).status_code == 200


async def test_many_requests_for_one_address_at_once_leave_one_good_link(visitor):
    await visitor.verified()
    for _ in range(4):
        await visitor.post("password/forgot", {"email": "ADA@amigok.test"})
    await asyncio.gather(*(visitor.rig.run_task("answer_request") for _ in range(4)))
    tokens = re.findall(r"reset-password\?token=(\S+)", "\n".join(await visitor.mails()))
    assert tokens
    answers = [await reset(visitor, token) for token in tokens]
    assert sorted(answer.status_code for answer in answers) == [200] + [422] * (len(tokens) - 1)


async def test_the_password_is_changed_with_the_current_one_and_other_sessions_end(visitor):
    mine, other = await visitor.signed_in(), (await visitor.login()).json()
    stale = await link(visitor)
    assert (await change(visitor, mine["access_token"])).status_code == 200
    assert (await visitor.me(mine["access_token"])).status_code == 200
    assert (await visitor.post("refresh", {"refresh_token": mine["refresh_token"]})).status_code == 200
    assert (await visitor.post("refresh", {"refresh_token": other["refresh_token"]})).status_code == 401
    assert (await visitor.login()).status_code == 401
    assert "was changed" in (await visitor.mails())[-1]
    assert (await reset(visitor, stale)).json()["code"] == "invalid_reset"
    rows = await visitor.rig.db.fetch("SELECT credentials_changed_at FROM users")
    assert rows[0][0] is not None
    actions = await visitor.rig.db.fetch("SELECT action FROM activities ORDER BY id")
    assert [row[0] for row in actions] == ["new_device", "login", "login", "password_changed"]


async def test_the_current_password_cannot_be_guessed(visitor):
    access = (await visitor.signed_in())["access_token"]
    for _ in range(10):
        answer = await change(visitor, access, current="not the password")
        assert (answer.status_code, answer.json()["code"]) == (403, "wrong_password")
    assert (await change(visitor, access)).json()["code"] == "too_many_attempts"


async def test_two_changes_at_once_are_one(visitor):
    access = (await visitor.signed_in())["access_token"]
    new = ["two brown goats gallop", "three brown goats gallop"]
    answers = await asyncio.gather(*(change(visitor, access, new=password) for password in new))
    assert sorted(answer.status_code for answer in answers) == [200, 403]


async def test_a_change_needs_a_fresh_proof_of_who_asks(visitor):
    body = await visitor.signed_in()
    clock.set_offset(timedelta(minutes=11))
    pair = (await visitor.post("refresh", {"refresh_token": body["refresh_token"]})).json()
    answer = await change(visitor, pair["access_token"])
    assert (answer.status_code, answer.json()["code"]) == (403, "step_up_required")
    assert (await visitor.call("PUT", "password", {}, access="")).status_code == 401


async def test_an_ended_session_changes_nothing(visitor):
    access = (await visitor.signed_in())["access_token"]
    await visitor.post("logout", access=access)
    assert (await change(visitor, access)).status_code == 401


async def test_a_login_that_began_before_a_reset_does_not_outlive_it(visitor, outsider, somebody_waits):
    """The password was right when it was looked at; when the session is opened it no longer is."""
    await visitor.verified()
    async with outsider.transaction():
        await outsider.execute("UPDATE users SET password_hash = 'changed'")
        login = asyncio.create_task(visitor.login())
        await somebody_waits()
    answer = await login
    assert (answer.status_code, answer.json()["code"]) == (401, "invalid_credentials")
    assert (await visitor.rig.db.fetch("SELECT count(*) FROM sessions"))[0][0] == 0


async def test_a_reset_forgives_the_wrong_guesses_of_who_had_forgotten(visitor):
    await visitor.verified()
    for _ in range(10):
        await visitor.login(password="was it this one?")
    assert (await visitor.login()).status_code == 429
    await reset(visitor, await link(visitor))
    assert (await visitor.login(password=ANOTHER)).status_code == 200


async def test_what_is_kept_of_a_link_cannot_be_used(visitor):
    await visitor.verified()
    token = await link(visitor)
    rows = await visitor.rig.db.fetch("SELECT r::text AS row FROM password_resets r")
    assert not any(token in row["row"] for row in rows)


@pytest.mark.parametrize(
    "password",
    [
        "password123456",
        "P4ssw0rd1234",
        "qwertyuiop[]",
        "1q2w3e4r5t6y",
        "administrator1",
        "aaaaaaaabbbb",
        "ada@amigok.test1",
        "justinbieber12",
        "abcdefghijklmnop",
        "summersummer",
    ],
)
async def test_what_is_easy_to_guess_is_refused(visitor, password):
    answer = await visitor.register(password=password)
    assert (answer.status_code, answer.json()["code"]) == (422, "weak_password")


@pytest.mark.parametrize(
    "password",
    ["correct horse battery staple", "xK9#vQ2m!LpZ", "牧羊人看守灰色的羊群在山上", "4@8({[<3691!|705$+%2" * 6],
)
async def test_what_is_hard_to_guess_is_taken_soon(visitor, password):
    async with asyncio.timeout(PATIENCE):
        assert (await visitor.register(password=password)).status_code == 202


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("password/forgot", {"email": "no address"}),
        ("password/forgot", {"email": "ada@amigok.test", "more": 1}),
        ("password/reset", {"token": "", "new_password": ANOTHER}),
        ("password/reset", {"token": "x" * 101, "new_password": ANOTHER}),
        ("password/reset", {"token": "a\x00b", "new_password": "x" * 129}),
        ("password/reset", {"token": "a", "new_password": None}),
    ],
)
async def test_odd_input_is_refused(visitor, path, body):
    assert (await visitor.post(path, body)).status_code == 422


HALF = "half of a pair \ud83d and more"
BODIES = {
    "auth/register": {"email": "eve@amigok.test", "username": "evelyn", "password": HALF},
    "auth/password/reset": {"token": "t" * 43, "new_password": HALF},
    "auth/invitations/accept": {"token": "t" * 43, "username": "evelyn", "password": HALF},
    "auth/step-up": {"password": HALF},
    "auth/password": {"current_password": HALF, "new_password": HALF},
}


@pytest.mark.parametrize("path", BODIES)
async def test_a_password_that_is_no_text_is_refused(visitor, path):
    access = (await visitor.signed_in())["access_token"]
    headers = {"Authorization": f"Bearer {access}", "Content-Type": "application/json"}
    method = "PUT" if path == "auth/password" else "POST"
    answer = await visitor.rig.http.request(
        method, f"/api/v1/{path}", content=json.dumps(BODIES[path]), headers=headers
    )
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid_request"), answer.text


async def test_at_login_it_is_a_wrong_password(visitor):
    await visitor.verified()
    for login in ("ada", "nobody"):
        content = json.dumps({"login": login, "password": HALF})
        answer = await visitor.rig.http.post(
            "/api/v1/auth/login", content=content, headers={"Content-Type": "application/json"}
        )
        assert (answer.status_code, answer.json()["code"]) == (401, "invalid_credentials"), answer.text
