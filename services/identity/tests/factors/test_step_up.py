"""Proving once more in a session who its user is."""

import asyncio

import jwt
import pytest

PASSWORD = "seven grey sheep graze"


def claims(token):
    return jwt.decode(token, options={"verify_signature": False})


async def aged(person, pass_time):
    """The same session a quarter of an hour later: its tokens no longer do for what is dangerous."""
    pass_time(minutes=15)
    answer = await person.visitor.post("refresh", {"refresh_token": person.tokens["refresh_token"]})
    person.tokens = answer.json()
    return person


async def test_the_password_steps_up_where_there_is_no_second_factor(ada, pass_time):
    await aged(ada, pass_time)
    assert (await ada.post("2fa/enable")).json()["code"] == "step_up_required"
    assert (await ada.post("step-up/options")).json() == {"methods": ["password"], "passkey_options": None}
    wrong = await ada.post("step-up", {"password": "not the password"})
    assert (wrong.status_code, wrong.json()["code"]) == (422, "invalid_factor")
    answer = await ada.post("step-up", {"password": PASSWORD})
    assert (answer.status_code, set(answer.json())) == (200, {"access_token", "token_type", "expires_in"})
    old, new = ada.claims, claims(answer.json()["access_token"])
    assert (new["sid"], new["amr"]) == (old["sid"], ["pwd"])
    assert new["auth_time"] == new["iat"] > old["auth_time"]
    ada.tokens["access_token"] = answer.json()["access_token"]
    assert (await ada.post("2fa/enable")).status_code == 200


async def test_refresh_keeps_auth_time_and_methods(guarded, pass_time):
    await aged(guarded, pass_time)
    before = guarded.claims
    stepped = await guarded.post("step-up", {"code": guarded.next_code()})
    pair = await guarded.visitor.post("refresh", {"refresh_token": guarded.tokens["refresh_token"]})
    assert pair.status_code == 200
    after, refreshed = claims(stepped.json()["access_token"]), claims(pair.json()["access_token"])
    assert before["auth_time"] < after["auth_time"] == refreshed["auth_time"]
    assert before["amr"] == ["pwd"]
    assert after["amr"] == refreshed["amr"] == ["mfa", "otp", "pwd"]
    pass_time(minutes=20)
    later = await guarded.visitor.post("refresh", {"refresh_token": pair.json()["refresh_token"]})
    assert claims(later.json()["access_token"])["auth_time"] == after["auth_time"]


async def test_the_password_does_not_renew_a_passkey_that_signed_in_long_ago(ada, device, pass_time):
    """Who asks for a fresh second factor, as the wallet does for withdrawals, must not take the old one for it."""
    await ada.add_passkey(device)
    options = (await ada.visitor.post("passkeys/login/options")).json()["public_key"]
    ada.tokens = (await ada.visitor.post("passkeys/login", {"credential": device.get(options)})).json()
    assert ada.claims["amr"] == ["hwk", "mfa"]
    await aged(ada, pass_time)
    ada.tokens |= (await ada.post("step-up", {"password": PASSWORD})).json()
    assert ada.claims["amr"] == ["pwd"]
    options = (await ada.post("step-up/options")).json()["passkey_options"]
    ada.tokens |= (await ada.post("step-up", {"passkey": device.get(options)})).json()
    assert ada.claims["amr"] == ["hwk", "mfa", "pwd"]


async def test_a_stolen_session_with_the_password_does_not_step_up_past_the_second_factor(guarded, pass_time):
    await aged(guarded, pass_time)
    assert (await guarded.post("step-up/options")).json()["methods"] == ["code", "recovery_code"]
    answers = [await guarded.post("step-up", {"password": word}) for word in (PASSWORD, "not the password")]
    assert [(answer.status_code, answer.json()["code"]) for answer in answers] == [(403, "second_factor_required")] * 2
    assert (await guarded.post("2fa/disable", {"code": guarded.next_code()})).json()["code"] == "step_up_required"


async def test_a_recovery_code_steps_up_once(guarded):
    code = guarded.recovery_codes[0]
    answers = await asyncio.gather(*(guarded.post("step-up", {"recovery_code": code}) for _ in range(3)))
    assert sorted(answer.status_code for answer in answers) == [200, 422, 422]


async def test_a_code_that_signed_in_does_not_step_up(guarded):
    challenge, code = (await guarded.challenged())["challenge"], guarded.next_code()
    assert (await guarded.second(challenge, code=code)).status_code == 200
    assert (await guarded.post("step-up", {"code": code})).status_code == 422


async def test_guessing_is_slowed_in_this_session_only(ada):
    other = (await ada.visitor.login()).json()["access_token"]
    for _ in range(10):
        assert (await ada.post("step-up", {"password": "not the password"})).status_code == 422
    refused = await ada.post("step-up", {"password": PASSWORD})
    assert (refused.status_code, refused.json()["code"]) == (429, "too_many_attempts")
    assert int(refused.headers["retry-after"]) >= 1
    assert (await ada.visitor.post("step-up", {"password": PASSWORD}, access=other)).status_code == 200


async def test_the_second_factor_of_another_does_not_step_up(guarded, arrive):
    bob = await arrive("bob")
    await bob.switch_on()
    assert (await guarded.post("step-up", {"code": bob.next_code()})).status_code == 422
    assert (await guarded.post("step-up", {"recovery_code": bob.recovery_codes[0]})).status_code == 422


async def test_a_session_that_ends_meanwhile_does_not_step_up(guarded, outsider, somebody_waits):
    transaction = outsider.transaction()
    await transaction.start()
    await outsider.execute("UPDATE sessions SET revoked_at = now()")
    waiting = asyncio.create_task(guarded.post("step-up", {"code": guarded.next_code()}))
    await somebody_waits()
    await transaction.commit()
    assert (await waiting).status_code == 401


async def test_nobody_steps_up_without_a_session(ada):
    for path in ("step-up", "step-up/options"):
        assert (await ada.visitor.post(path, {"password": PASSWORD})).status_code == 401


@pytest.mark.parametrize(
    "body", [None, {}, {"password": ""}, {"password": "x" * 129}, {"password": "x", "code": "123456"}]
)
async def test_odd_input_is_refused(ada, body):
    assert (await ada.post("step-up", body)).status_code == 422
