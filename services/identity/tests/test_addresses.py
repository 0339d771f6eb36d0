import asyncio
import re
from datetime import timedelta

import pytest

from amigok_chassis import clock

PASSWORD = "seven grey sheep graze"


async def ask(visitor, access, name="new"):
    return await visitor.post("email/change", {"email": f"{name}@amigok.test"}, access=access)


async def confirm(visitor, access, **proof):
    return await visitor.post("email/confirm", proof, access=access)


async def test_the_link_makes_the_new_address_the_users_and_the_old_one_is_told(visitor):
    access = (await visitor.signed_in())["access_token"]
    assert (await ask(visitor, access)).status_code == 202
    assert "about" not in (await visitor.mails("new"))[-1]
    assert "stays" in (await visitor.mails("ada"))[-1]
    assert "new@amigok.test" not in (await visitor.mails("ada"))[-1]
    assert (await visitor.me(access)).json()["email"] == "ada@amigok.test"
    token, _ = await visitor.proof("new")
    answer = await confirm(visitor, access, token=token)
    assert (answer.status_code, answer.json()) == (200, {"email": "new@amigok.test"})
    assert (await visitor.me(access)).json()["email"] == "new@amigok.test"
    assert "no longer" in (await visitor.mails("ada"))[-1]
    assert (await visitor.login("new@amigok.test")).status_code == 200
    assert (await visitor.login("ada@amigok.test")).status_code == 401
    assert (await confirm(visitor, access, token=token)).json()["code"] == "invalid_email_change"
    rows = await visitor.rig.db.fetch("SELECT credentials_changed_at FROM users")
    assert rows[0][0] is not None


async def test_the_code_does_as_well_and_cannot_be_guessed(visitor):
    access = (await visitor.signed_in())["access_token"]
    await ask(visitor, access)
    token, code = await visitor.proof("new")
    wrong = f"{(int(code) + 1) % 1_000_000:06}"
    guesses = await asyncio.gather(*(confirm(visitor, access, code=wrong) for _ in range(5)))
    assert {answer.json()["code"] for answer in guesses} == {"invalid_email_change"}
    assert (await confirm(visitor, access, code=code)).status_code == 422
    await ask(visitor, access)
    _, code = await visitor.proof("new")
    assert (await confirm(visitor, access, token=token)).status_code == 422
    assert (await confirm(visitor, access, code=code)).status_code == 200


async def test_a_proof_is_good_for_an_hour_and_for_its_user_only(visitor):
    mine, others = await visitor.signed_in(), await visitor.signed_in("eve")
    await ask(visitor, mine["access_token"])
    token, code = await visitor.proof("new")
    assert (await confirm(visitor, others["access_token"], token=token)).status_code == 422
    assert (await confirm(visitor, others["access_token"], code=code)).status_code == 422
    assert (await confirm(visitor, "", token=token)).status_code == 401
    clock.set_offset(timedelta(minutes=61))
    access = (await visitor.login()).json()["access_token"]
    assert (await confirm(visitor, access, token=token)).status_code == 422


async def test_a_taken_address_is_told_to_its_owner_only(visitor):
    access = (await visitor.signed_in())["access_token"]
    await visitor.verified("eve")
    free, taken = await ask(visitor, access, "free"), await ask(visitor, access, "eve")
    assert (free.status_code, free.json()) == (taken.status_code, taken.json())
    assert "token=" not in (await visitor.mails("eve"))[-1]
    assert "has one already" in (await visitor.mails("eve"))[-1]
    assert (await visitor.mails("ada"))[-1] == (await visitor.mails("ada"))[-2]


async def test_an_address_that_was_taken_meanwhile_stays_whose_it_is(visitor):
    access = (await visitor.signed_in())["access_token"]
    await ask(visitor, access, "eve")
    token, _ = await visitor.proof("eve")
    await visitor.verified("eve")
    answer = await confirm(visitor, access, token=token)
    assert (answer.status_code, answer.json()["code"]) == (409, "email_taken")
    assert (await visitor.login("eve")).json()["user"]["email"] == "eve@amigok.test"


async def test_who_only_claimed_an_address_gives_way_to_who_proves_it(visitor):
    await visitor.register("squatter", email="new@amigok.test")
    access = (await visitor.signed_in())["access_token"]
    await ask(visitor, access)
    token, _ = await visitor.proof("new")
    assert (await confirm(visitor, access, token=token)).status_code == 200
    assert (await visitor.rig.db.fetch("SELECT count(*) FROM users"))[0][0] == 1


async def test_two_users_who_prove_one_address_at_once_are_one_owner(visitor):
    accesses = [(await visitor.signed_in(name))["access_token"] for name in ("ada", "eve")]
    tokens = []
    for access in accesses:
        await ask(visitor, access)
        tokens.append((await visitor.proof("new"))[0])
    answers = await asyncio.gather(
        *(confirm(visitor, access, token=token) for access, token in zip(accesses, tokens, strict=True))
    )
    assert sorted(answer.status_code for answer in answers) == [200, 409]


async def test_a_registration_that_meets_a_change_to_its_address_is_answered(visitor):
    access = (await visitor.signed_in())["access_token"]
    await visitor.register("new", username="somebody")
    await ask(visitor, access)
    token, _ = await visitor.proof("new")
    answers = await asyncio.gather(
        confirm(visitor, access, token=token),
        *(visitor.register("new", username=f"somebody{n}") for n in range(4)),
    )
    assert [answer.status_code for answer in answers] == [200, 202, 202, 202, 202]
    assert (await visitor.rig.db.fetch("SELECT count(*) FROM users"))[0][0] == 1


async def test_a_thiefs_change_ends_with_the_password_that_the_owner_chooses(visitor):
    access = (await visitor.signed_in())["access_token"]
    await ask(visitor, access, "thief")
    token, _ = await visitor.proof("thief")
    await visitor.post("password/forgot", {"email": "ada@amigok.test"})
    await visitor.rig.run_task("answer_request")
    link = re.search(r"reset-password\?token=(\S+)", (await visitor.mails())[-1])[1]
    await visitor.post("password/reset", {"token": link, "new_password": "nine brown goats gallop"})
    access = (await visitor.login(password="nine brown goats gallop")).json()["access_token"]
    assert (await confirm(visitor, access, token=token)).status_code == 422


async def test_a_link_sent_to_the_old_address_is_void_with_it(visitor):
    access = (await visitor.signed_in())["access_token"]
    await visitor.post("password/forgot", {"email": "ada@amigok.test"})
    await visitor.rig.run_task("answer_request")
    link = re.search(r"reset-password\?token=(\S+)", (await visitor.mails())[-1])[1]
    await ask(visitor, access)
    await confirm(visitor, access, token=(await visitor.proof("new"))[0])
    answer = await visitor.post("password/reset", {"token": link, "new_password": "nine brown goats gallop"})
    assert answer.json()["code"] == "invalid_reset"


async def test_nobody_sends_mails_to_the_world_with_changes(visitor):
    access = (await visitor.signed_in())["access_token"]
    for n in range(5):
        assert (await ask(visitor, access, f"victim{n}")).status_code == 202
    refused = await ask(visitor, access, "victim5")
    assert (refused.status_code, refused.json()["code"]) == (429, "too_many_messages")
    assert 3500 < int(refused.headers["retry-after"]) <= 3600
    assert await visitor.mails("victim5") == []


async def test_how_many_mails_an_address_has_had_is_not_told(visitor):
    access = (await visitor.signed_in())["access_token"]
    for _ in range(5):
        await visitor.register("eve")
    assert (await ask(visitor, access, "eve")).status_code == 202
    assert len(await visitor.mails("eve")) == 5


async def test_a_code_that_nobody_was_sent_cannot_be_guessed(visitor):
    access = (await visitor.signed_in())["access_token"]
    await visitor.verified("taken")
    for _ in range(5):
        await visitor.register("flooded")
    for name in ("taken", "flooded", "free"):
        await ask(visitor, access, name)
    rows = await visitor.rig.db.fetch("SELECT tries FROM email_changes ORDER BY id")
    assert [row["tries"] for row in rows] == [5, 5, 0]


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        ({"email": "ADA@amigok.test"}, 409, "email_unchanged"),
        ({"email": "nonsense"}, 422, "invalid_request"),
        ({"email": "a\x00@amigok.test"}, 422, "invalid_request"),
        ({}, 422, "invalid_request"),
    ],
)
async def test_odd_changes_are_refused(visitor, body, status, code):
    access = (await visitor.signed_in())["access_token"]
    answer = await visitor.post("email/change", body, access=access)
    assert (answer.status_code, answer.json()["code"]) == (status, code)


@pytest.mark.parametrize(
    "body", [{}, {"token": ""}, {"code": "12345"}, {"code": "\u0661" * 6}, {"token": "x", "code": "123456"}]
)
async def test_odd_proofs_are_refused(visitor, body):
    access = (await visitor.signed_in())["access_token"]
    assert (await visitor.post("email/confirm", body, access=access)).status_code == 422


async def test_a_change_needs_a_fresh_proof_of_who_asks(visitor):
    body = await visitor.signed_in()
    clock.set_offset(timedelta(minutes=11))
    pair = (await visitor.post("refresh", {"refresh_token": body["refresh_token"]})).json()
    assert (await ask(visitor, pair["access_token"])).json()["code"] == "step_up_required"
    assert (await ask(visitor, "")).status_code == 401
