import asyncio
from datetime import timedelta

import pytest

from amigok_chassis import clock
from amigok_contracts.identity import UserEmailVerified, UserRegistered


async def test_a_known_address_gets_the_same_answer_and_another_mail(visitor):
    first = await visitor.register()
    token, _ = await visitor.proof()
    await visitor.post("verify-email", {"token": token})
    second = await visitor.register(username="somebody")
    assert (first.status_code, first.json()) == (second.status_code, second.json()) == (202, first.json())
    mails = await visitor.mails()
    assert len(mails) == 2
    assert "already have" in mails[1]
    assert "token=" not in mails[1]


async def test_the_link_verifies_once_and_says_so(visitor):
    await visitor.register(full_name="Ada  Pastor", role="gamer")
    token, _ = await visitor.proof()
    assert (await visitor.post("verify-email", {"token": token})).json() == {"email_verified": True}
    again = await visitor.post("verify-email", {"token": token})
    assert (again.status_code, again.json()["code"]) == (422, "invalid_verification")
    (registered,) = await visitor.rig.events(UserRegistered)
    (verified,) = await visitor.rig.events(UserEmailVerified)
    assert registered.user_id == verified.user_id
    assert verified.role == "gamer"


async def test_the_code_verifies_in_place_of_the_link(visitor):
    await visitor.register()
    _, code = await visitor.proof()
    answer = await visitor.post("verify-email", {"email": "ADA@amigok.test", "code": code})
    assert answer.status_code == 200


async def test_five_wrong_codes_spoil_the_right_one_but_not_the_link(visitor):
    await visitor.register()
    token, code = await visitor.proof()
    other = f"{(int(code) + 1) % 1_000_000:06}"
    guesses = [visitor.post("verify-email", {"email": "ada@amigok.test", "code": other}) for _ in range(5)]
    assert {answer.status_code for answer in await asyncio.gather(*guesses)} == {422}
    late = await visitor.post("verify-email", {"email": "ada@amigok.test", "code": code})
    assert late.json()["code"] == "invalid_verification"
    assert (await visitor.post("verify-email", {"token": token})).status_code == 200


async def test_a_code_for_an_unknown_address_is_a_wrong_code(visitor):
    answer = await visitor.post("verify-email", {"email": "nobody@amigok.test", "code": "123456"})
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid_verification")


async def test_a_proof_expires_after_a_day(visitor):
    await visitor.register()
    token, code = await visitor.proof()
    clock.set_offset(timedelta(hours=25))
    for proof in ({"token": token}, {"email": "ada@amigok.test", "code": code}):
        assert (await visitor.post("verify-email", proof)).json()["code"] == "invalid_verification"


async def test_one_link_followed_many_times_at_once_verifies_once(visitor):
    await visitor.register()
    token, _ = await visitor.proof()
    answers = await asyncio.gather(*(visitor.post("verify-email", {"token": token}) for _ in range(6)))
    assert sorted(answer.status_code for answer in answers) == [200] + [422] * 5
    assert len(await visitor.rig.events(UserEmailVerified)) == 1


async def test_one_code_entered_many_times_at_once_verifies_once(visitor):
    await visitor.register()
    _, code = await visitor.proof()
    proof = {"email": "ada@amigok.test", "code": code}
    answers = await asyncio.gather(*(visitor.post("verify-email", proof) for _ in range(5)))
    assert sorted(answer.status_code for answer in answers) == [200] + [422] * 4
    assert len(await visitor.rig.events(UserEmailVerified)) == 1


async def test_another_mail_brings_another_five_tries_and_voids_the_code_before(visitor):
    await visitor.register()
    _, former = await visitor.proof()
    for _ in range(6):
        await visitor.post("verify-email", {"email": "ada@amigok.test", "code": f"{(int(former) + 1) % 1_000_000:06}"})
    await visitor.register()
    _, code = await visitor.proof()
    if former != code:
        assert (await visitor.post("verify-email", {"email": "ada@amigok.test", "code": former})).status_code == 422
    assert (await visitor.post("verify-email", {"email": "ada@amigok.test", "code": code})).status_code == 200


async def test_one_address_registered_many_times_at_once_is_one_account(visitor):
    answers = await asyncio.gather(
        *(visitor.register(email=email) for email in ("ada@amigok.test", "Ada@AMIGOK.test") * 4)
    )
    assert {answer.status_code for answer in answers} == {202}
    assert (await visitor.rig.db.fetch("SELECT count(*) FROM users"))[0][0] == 1
    assert len(await visitor.rig.events(UserRegistered)) == 1


async def test_one_username_claimed_by_many_is_whose_address_is_verified_first(visitor):
    names = [f"visitor{n}" for n in range(4)]
    await asyncio.gather(*(visitor.register(name, username="Shepherd") for name in names))
    tokens = [(await visitor.proof(name))[0] for name in names]
    answers = await asyncio.gather(*(visitor.post("verify-email", {"token": token}) for token in tokens))
    assert sorted(answer.status_code for answer in answers) == [200, 409, 409, 409]
    taken = await visitor.register("late", username="shepherd")
    assert (taken.status_code, taken.json()["code"]) == (409, "username_taken")


async def test_a_username_does_not_tell_whether_an_address_was_known(visitor):
    await visitor.verified("known")
    for name in ("known", "unknown"):
        await visitor.register(name, username=f"probe-{name}")
        answer = await visitor.register("spy", username=f"probe-{name}")
        assert answer.status_code == 202


async def test_the_owners_click_gives_nothing_to_who_claimed_the_address_before(visitor):
    await visitor.register(username="thief", password="the password of a thief")
    await visitor.register(username="owner", password="the password of the owner")
    token, _ = await visitor.proof()
    await visitor.post("verify-email", {"token": token})
    assert (await visitor.login("ada@amigok.test", "the password of a thief")).status_code == 401
    assert (await visitor.login("owner", "the password of the owner")).status_code == 200


async def test_nobody_can_flood_an_address(visitor):
    for _ in range(7):
        assert (await visitor.register()).status_code == 202
    assert len(await visitor.mails()) == 5
    clock.set_offset(timedelta(hours=2))
    await visitor.register()
    assert len(await visitor.mails()) == 6


@pytest.mark.parametrize(
    ("password", "code"),
    [
        ("short", "invalid_request"),
        ("x" * 129, "invalid_request"),
        ("Password1234", "weak_password"),
        ("aaaaaaaabbbb", "weak_password"),
        ("ada.lovelace1", "weak_password"),
        ("e\u0301" * 6, "weak_password"),
    ],
)
async def test_weak_passwords_are_refused(visitor, password, code):
    answer = await visitor.register(username="ada.lovelace1", password=password)
    assert (answer.status_code, answer.json()["code"]) == (422, code)


@pytest.mark.parametrize(
    "change",
    [
        {"email": "no address"},
        {"email": "ada@localhost"},
        {"email": "a\x00da@amigok.test"},
        {"email": "a" * 300 + "@amigok.test"},
        {"email": "ada@amigok.test\r\nBcc: eve@amigok.test"},
        {"username": "ada@amigok.test"},
        {"username": "\u0430da"},
        {"username": "ada\n"},
        {"username": "a\x00da"},
        {"full_name": "\u202egnol"},
        {"full_name": "   "},
        {"full_name": "Ada\x00"},
        {"full_name": "x" * 101},
        {"role": "admin"},
        {"role": None},
        {"is_admin": True},
        {"password": None},
        {"password": ["a"]},
    ],
)
async def test_odd_input_is_refused(visitor, change):
    answer = await visitor.register(**change)
    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize("path", ["register", "verify-email", "login", "refresh"])
@pytest.mark.parametrize(
    "raw",
    [
        b'{"email": "\\ud800@x.test", "login": "\\ud800", "token": "\\ud800", '
        b'"refresh_token": "\\ud800", "password": "\\ud800"}',
        b"\xff",
        b"[]",
        b"null",
    ],
)
async def test_what_is_no_text_is_refused(visitor, path, raw):
    headers = {"Content-Type": "application/json"}
    answer = await visitor.rig.http.post(f"/api/v1/auth/{path}", content=raw, headers=headers)
    assert 400 <= answer.status_code < 500
    assert answer.headers["content-type"] == "application/problem+json"


async def test_names_of_any_script_are_welcome(visitor):
    await visitor.verified(full_name="مریم می\u200cروم", password="牧羊人看守灰色的羊群在山上")
    answer = await visitor.login(password="牧羊人看守灰色的羊群在山上")
    assert answer.json()["user"]["full_name"] == "مریم می\u200cروم"


async def test_addresses_of_any_domain_are_kept_in_ascii(visitor):
    await visitor.register(email="ada@Bücher.test")
    rows = await visitor.rig.db.fetch("SELECT email FROM users")
    assert rows[0][0] == "ada@xn--bcher-kva.test"


async def test_nothing_usable_is_stored(visitor):
    await visitor.register()
    token, _ = await visitor.proof()
    rows = await visitor.rig.db.fetch("SELECT v::text AS row FROM verifications v UNION SELECT u::text FROM users u")
    assert not any(token in row["row"] or "grey sheep" in row["row"] for row in rows)
    assert all("$argon2id$" in row["row"] for row in rows)


async def test_asking_does_the_same_for_every_address_and_its_answer_comes_later(visitor):
    await visitor.verified("known")
    answers = {name: await visitor.ask_to_register(name, username=f"new-{name}") for name in ("known", "unknown")}
    assert len({(answer.status_code, answer.text) for answer in answers.values()}) == 1
    rows = await visitor.rig.db.fetch("SELECT email, registration::text AS chosen FROM account_requests ORDER BY id")
    assert [row["email"] for row in rows] == ["known@amigok.test", "unknown@amigok.test"]
    assert not any("grey sheep" in row["chosen"] for row in rows)
    assert len(await visitor.rig.db.fetch("SELECT FROM users")) == 1
    assert len(await visitor.rig.db.fetch("SELECT FROM mails")) == 1
    await visitor.rig.run_task("answer_request")
    assert "already have" in (await visitor.mails("known"))[-1]
    assert "Confirm" in (await visitor.rig.db.fetch("SELECT subject FROM mails ORDER BY id"))[-1]["subject"]
    assert await visitor.rig.db.fetch("SELECT FROM account_requests") == []


async def test_workers_that_answer_at_once_answer_each_registration_once_and_the_later_wins(visitor):
    for name in ("first", "second", "third"):
        await visitor.ask_to_register(username=name, password=f"the password of the {name}")
    await asyncio.gather(*(visitor.rig.run_task("answer_request") for _ in range(4)))
    assert len(await visitor.mails()) == 3
    assert len(await visitor.rig.events(UserRegistered)) == 1
    assert (await visitor.rig.db.fetch("SELECT username FROM users"))[0]["username"] == "third"
    _, code = await visitor.proof()
    assert (await visitor.post("verify-email", {"email": "ada@amigok.test", "code": code})).status_code == 200
    assert (await visitor.login("third", "the password of the third")).status_code == 200


async def test_a_registration_whose_answer_was_cut_off_is_answered_once_by_the_next(visitor, outsider, somebody_waits):
    await visitor.ask_to_register()
    await outsider.execute("BEGIN; LOCK TABLE mails")
    answering = asyncio.create_task(visitor.rig.run_task("answer_request"))
    await somebody_waits()
    answering.cancel()
    await asyncio.wait([answering])
    await outsider.execute("COMMIT")
    assert await visitor.rig.db.fetch("SELECT FROM users") == []
    clock.set_offset(timedelta(seconds=11))
    await visitor.rig.run_task("answer_request")
    await visitor.rig.run_task("answer_request")
    assert len(await visitor.mails()) == 1
    assert len(await visitor.rig.events(UserRegistered)) == 1


async def test_a_request_that_cannot_be_answered_holds_up_nobody_else_and_goes_after_a_day(visitor):
    await visitor.ask_to_register("bad")
    await visitor.rig.db.fetch("""UPDATE account_requests SET registration = '{"role": "king"}'""")
    await visitor.register("ada")
    assert len(await visitor.mails("ada")) == 1
    rows = await visitor.rig.db.fetch("SELECT email, attempts FROM account_requests")
    assert [tuple(row) for row in rows] == [("bad@amigok.test", 1)]
    clock.set_offset(timedelta(hours=24))
    await visitor.rig.run_task("answer_request")
    assert await visitor.rig.db.fetch("SELECT FROM account_requests") == []


async def test_requests_for_one_address_are_answered_in_their_order_whichever_is_due_first(visitor):
    for name in ("first", "second"):
        await visitor.ask_to_register(username=name)
    await visitor.rig.db.fetch(
        "UPDATE account_requests SET due_at = due_at + interval '1 hour' WHERE registration ->> 'username' = 'first'"
    )
    await visitor.rig.run_task("answer_request")
    assert (await visitor.rig.db.fetch("SELECT username FROM users"))[0]["username"] == "second"
    assert len(await visitor.mails()) == 2
    assert await visitor.rig.db.fetch("SELECT FROM account_requests") == []
