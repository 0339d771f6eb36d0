"""Setting two-factor authentication up, and switching it off."""

import asyncio

import pytest


async def status(person):
    return (await person.request("GET", "2fa")).json()


async def test_it_is_on_only_once_a_code_of_the_app_was_verified(ada):
    answer = await ada.scan()
    assert set(answer.json()) == {"secret", "otpauth_uri", "qr_svg"}
    assert answer.json()["qr_svg"].startswith("<svg")
    assert await status(ada) == {"enabled": False, "enabled_at": None, "recovery_codes_left": 0}
    assert "access_token" in (await ada.visitor.login()).json()
    wrong = await ada.post("2fa/verify", {"code": ada.wrong_code()})
    assert (wrong.status_code, wrong.json()["code"]) == (422, "invalid_factor")
    right = await ada.post("2fa/verify", {"code": ada.code()})
    codes = right.json()["recovery_codes"]
    assert len(set(codes)) == 10
    assert (await status(ada))["enabled"] is True
    assert (await status(ada))["recovery_codes_left"] == 10
    again = await ada.post("2fa/verify", {"code": ada.next_code()})
    assert (again.status_code, again.json()["code"]) == (409, "two_factor_not_requested")


async def test_neither_secret_nor_recovery_codes_are_kept_as_they_are(guarded):
    db = guarded.visitor.rig.db
    (row,) = await db.fetch("SELECT sealed FROM totps")
    assert guarded.secret not in row["sealed"]
    kept = b"".join(row["digest"] for row in await db.fetch("SELECT digest FROM recovery_codes"))
    assert not any(code.replace("-", "").encode() in kept for code in guarded.recovery_codes)


async def test_a_secret_that_was_asked_for_again_replaces_the_one_before(ada):
    await ada.scan()
    first = ada.code()
    await ada.scan()
    assert (await ada.post("2fa/verify", {"code": first})).status_code == 422
    assert (await ada.post("2fa/verify", {"code": ada.code()})).status_code == 200


async def test_a_secret_is_confirmed_within_an_hour(ada, pass_time):
    await ada.scan()
    pass_time(minutes=61)
    ada.tokens = (await ada.visitor.login()).json()
    late = await ada.post("2fa/verify", {"code": ada.code()})
    assert (late.status_code, late.json()["code"]) == (409, "two_factor_not_requested")


async def test_it_cannot_be_set_up_twice(guarded):
    answer = await guarded.post("2fa/enable")
    assert (answer.status_code, answer.json()["code"]) == (409, "two_factor_enabled")


async def test_confirming_twice_at_once_gives_one_set_of_codes(ada):
    await ada.scan()
    answers = await asyncio.gather(*(ada.post("2fa/verify", {"code": ada.code()}) for _ in range(4)))
    assert sorted(answer.status_code for answer in answers) == [200, 409, 409, 409]
    assert (await status(ada))["recovery_codes_left"] == 10


@pytest.mark.parametrize("with_recovery_code", [False, True])
async def test_switching_off_takes_a_code_and_the_password_suffices_again(guarded, with_recovery_code):
    wrong = await guarded.post("2fa/disable", {"code": guarded.wrong_code()})
    assert (wrong.status_code, wrong.json()["code"]) == (422, "invalid_factor")
    proof = {"recovery_code": guarded.recovery_codes[3]} if with_recovery_code else {"code": guarded.next_code()}
    assert (await guarded.post("2fa/disable", proof)).status_code == 204
    assert await status(guarded) == {"enabled": False, "enabled_at": None, "recovery_codes_left": 0}
    assert "access_token" in (await guarded.visitor.login()).json()
    again = await guarded.post("2fa/disable", {"code": guarded.next_code()})
    assert (again.status_code, again.json()["code"]) == (409, "two_factor_disabled")


async def test_a_stolen_session_cannot_touch_the_factors(guarded, pass_time):
    pass_time(minutes=11)
    pair = await guarded.visitor.post("refresh", {"refresh_token": guarded.tokens["refresh_token"]})
    guarded.tokens = pair.json()
    for path, body in (
        ("2fa/enable", None),
        ("2fa/disable", {"code": guarded.code()}),
        ("2fa/recovery-codes", None),
        ("passkeys/register/options", None),
    ):
        answer = await guarded.post(path, body)
        assert (answer.status_code, answer.json()["code"]) == (403, "step_up_required"), path
    assert (await guarded.request("DELETE", f"passkeys/{guarded.claims['sub']}")).status_code == 403


async def test_a_session_that_has_ended_changes_nothing_though_its_token_lives(ada):
    await ada.post("logout")
    for path in ("2fa/enable", "passkeys/register/options", "step-up/options"):
        assert (await ada.post(path)).status_code == 401, path
    assert (await ada.post("step-up", {"password": "seven grey sheep graze"})).status_code == 401


async def test_new_recovery_codes_void_the_old_ones(guarded):
    answer = await guarded.post("2fa/recovery-codes")
    new = answer.json()["recovery_codes"]
    assert not set(new) & set(guarded.recovery_codes)
    challenge = (await guarded.challenged())["challenge"]
    old = await guarded.second(challenge, recovery_code=guarded.recovery_codes[0])
    assert old.status_code == 401
    assert (await guarded.second(challenge, recovery_code=new[0])).status_code == 200


async def test_there_are_no_recovery_codes_without_two_factors(ada):
    answer = await ada.post("2fa/recovery-codes")
    assert (answer.status_code, answer.json()["code"]) == (409, "two_factor_disabled")


async def test_the_owner_is_told_and_the_log_tells_it(guarded):
    await guarded.post("2fa/recovery-codes")
    await guarded.post("2fa/disable", {"code": guarded.next_code()})
    mails = "\n".join(await guarded.visitor.mails())
    for told in ("switched on", "New recovery codes", "switched off"):
        assert told in mails
    rows = await guarded.visitor.rig.db.fetch(
        "SELECT action, address FROM activities WHERE action ~ 'factor|recovery|passkey' ORDER BY id"
    )
    assert [row["action"] for row in rows] == ["two_factor_enabled", "recovery_codes_renewed", "two_factor_disabled"]
    assert {row["address"] for row in rows} == {"127.0.0.1"}


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"code": "12345"},
        {"code": "1234567"},
        {"code": "\uff11\uff12\uff13\uff14\uff15\uff16"},
        {"code": 123456},
        {"code": "12345\x00"},
        {"code": "123456", "x": 1},
        {"code": "123456\n"},
        [],
        None,
        {"recovery_code": "\x00"},
        {"recovery_code": ""},
        {"recovery_code": "a" * 41},
        {"recovery_code": None},
    ],
)
async def test_odd_input_is_refused(guarded, body):
    assert (await guarded.post("2fa/disable", body)).status_code in (400, 422)
