"""Signing in with a password and something else."""

import asyncio

import jwt
import pytest


async def opened(person, **proof):
    challenge = (await person.challenged())["challenge"]
    return await person.second(challenge, **proof)


async def test_the_right_password_gets_a_challenge_and_no_tokens(guarded):
    body = await guarded.challenged()
    assert set(body) == {"second_factor_required", "challenge", "expires_in", "methods", "passkey_options"}
    assert (body["methods"], body["expires_in"], body["passkey_options"]) == (["code", "recovery_code"], 300, None)
    wrong = await guarded.visitor.login("ada", "not the password")
    assert (wrong.status_code, wrong.json()["code"]) == (401, "invalid_credentials")
    db = guarded.visitor.rig.db
    (row,) = await db.fetch("SELECT digest FROM login_challenges")
    assert body["challenge"].encode() not in row["digest"]
    assert (await db.fetch("SELECT count(*) FROM sessions"))[0][0] == 1


async def test_a_code_of_the_app_opens_the_session(guarded):
    answer = await opened(guarded, code=guarded.next_code())
    assert answer.status_code == 200
    assert (await guarded.visitor.me(answer.json()["access_token"])).json() == answer.json()["user"]
    claims = jwt.decode(answer.json()["access_token"], options={"verify_signature": False})
    assert claims["amr"] == ["mfa", "otp", "pwd"]
    assert claims["auth_time"] == claims["iat"]
    logins = await guarded.visitor.rig.db.fetch("SELECT details FROM activities WHERE action = 'login' ORDER BY id")
    assert [row["details"]["methods"] for row in logins] == ["pwd", "mfa otp pwd"]


@pytest.mark.parametrize("typed", [str.upper, lambda code: code.replace("-", " "), lambda code: code.replace("-", "")])
async def test_a_recovery_code_opens_one_session_however_it_is_typed(guarded, typed):
    code = typed(guarded.recovery_codes[0])
    assert (await opened(guarded, recovery_code=code)).status_code == 200
    again = await opened(guarded, recovery_code=code)
    assert (again.status_code, again.json()["code"]) == (401, "invalid_second_factor")
    assert "recovery code was used" in (await guarded.visitor.mails())[-1]
    assert (await guarded.request("GET", "2fa")).json()["recovery_codes_left"] == 9


async def test_a_code_is_accepted_once(guarded):
    code = guarded.next_code()
    assert (await opened(guarded, code=code)).status_code == 200
    replayed = await opened(guarded, code=code)
    assert (replayed.status_code, replayed.json()["code"]) == (401, "invalid_second_factor")
    assert (await opened(guarded, code=guarded.next_code())).status_code == 200


async def test_the_code_that_switched_it_on_is_used_up(guarded):
    assert (await opened(guarded, code=guarded.code())).status_code == 401
    assert (await opened(guarded, code=guarded.code(steps=-1))).status_code == 401
    assert (await opened(guarded, code=guarded.code(steps=1))).status_code == 200


async def test_one_code_used_twice_at_once_opens_one_session(guarded):
    challenges = [(await guarded.challenged())["challenge"] for _ in range(3)]
    code = guarded.next_code()
    answers = await asyncio.gather(*(guarded.second(challenge, code=code) for challenge in challenges))
    assert sorted(answer.status_code for answer in answers) == [200, 401, 401]


async def test_one_recovery_code_used_twice_at_once_opens_one_session(guarded):
    challenges = [(await guarded.challenged())["challenge"] for _ in range(3)]
    code = guarded.recovery_codes[5]
    answers = await asyncio.gather(*(guarded.second(challenge, recovery_code=code) for challenge in challenges))
    assert sorted(answer.status_code for answer in answers) == [200, 401, 401]


async def test_one_challenge_opens_one_session(guarded):
    challenge = (await guarded.challenged())["challenge"]
    answers = await asyncio.gather(
        guarded.second(challenge, code=guarded.next_code()),
        guarded.second(challenge, recovery_code=guarded.recovery_codes[0]),
    )
    assert sorted(answer.status_code for answer in answers) == [200, 401]
    (lost,) = [answer for answer in answers if answer.status_code == 401]
    assert lost.json()["code"] == "invalid_challenge"


async def test_an_expired_or_unknown_challenge_opens_nothing(guarded, pass_time):
    challenge = (await guarded.challenged())["challenge"]
    unknown = await guarded.second("x" * 43, code=guarded.next_code())
    assert (unknown.status_code, unknown.json()["code"]) == (401, "invalid_challenge")
    pass_time(minutes=5)
    late = await guarded.second(challenge, code=guarded.next_code())
    assert (late.status_code, late.json()["code"]) == (401, "invalid_challenge")


async def test_five_wrong_codes_end_the_challenge(guarded):
    challenge = (await guarded.challenged())["challenge"]
    for _ in range(4):
        assert (await guarded.second(challenge, code=guarded.wrong_code())).status_code == 401
    assert (await guarded.second(challenge, recovery_code="wrong")).json()["code"] == "invalid_second_factor"
    right = await guarded.second(challenge, code=guarded.next_code())
    assert (right.status_code, right.json()["code"]) == (401, "invalid_challenge")
    assert (await opened(guarded, code=guarded.next_code())).status_code == 200


async def test_guesses_are_limited_over_challenges_and_addresses_and_their_owner_is_told(guarded, pass_time):
    for _ in range(5):
        assert (await opened(guarded, code=guarded.wrong_code())).status_code == 401
    delays = []
    for _ in range(3):
        refused = await opened(guarded, code=guarded.code())
        assert (refused.status_code, refused.json()["code"]) == (429, "too_many_attempts")
        delays.append(int(refused.headers["retry-after"]))
        pass_time(seconds=delays[-1])
        assert (await opened(guarded, code=guarded.wrong_code())).status_code == 401
    assert delays == [30, 60, 120]
    assert "is entering wrong codes" in (await guarded.visitor.mails())[-1]
    by_another_way = await opened(guarded, recovery_code=guarded.recovery_codes[0])
    assert by_another_way.status_code == 200


async def test_guesses_made_at_once_cannot_slip_past_the_limit(guarded):
    challenges = [(await guarded.challenged())["challenge"] for _ in range(8)]
    wrong = guarded.wrong_code()
    answers = await asyncio.gather(*(guarded.second(challenge, code=wrong) for challenge in challenges))
    assert sorted(answer.status_code for answer in answers) == [401] * 5 + [429] * 3


async def test_who_has_not_the_password_cannot_lock_the_owner_out(guarded):
    for n in range(12):
        await guarded.second(f"{n}" * 43, code=guarded.wrong_code())
    assert (await opened(guarded, code=guarded.next_code())).status_code == 200


async def test_a_right_code_forgives_the_wrong_ones(guarded):
    for _ in range(2):
        for _ in range(4):
            assert (await opened(guarded, code=guarded.wrong_code())).status_code == 401
        assert (await opened(guarded, code=guarded.next_code())).status_code == 200


async def test_the_code_of_another_user_opens_nothing(guarded, arrive):
    bob = await arrive("bob")
    await bob.switch_on()
    challenge = (await guarded.challenged())["challenge"]
    assert (await guarded.second(challenge, code=bob.next_code())).status_code == 401
    assert (await guarded.second(challenge, recovery_code=bob.recovery_codes[0])).status_code == 401
    assert (await opened(bob, recovery_code=bob.recovery_codes[0])).status_code == 200


async def test_a_changed_password_does_not_bypass_the_factor_and_voids_what_was_begun(guarded, arrive):
    bob = await arrive("bob")
    challenge = (await guarded.challenged())["challenge"]
    db = guarded.visitor.rig.db
    await db.fetch(
        "UPDATE users SET password_hash = (SELECT password_hash FROM users WHERE id = $1) WHERE id = $2",
        bob.claims["sub"],
        guarded.claims["sub"],
    )
    begun = await guarded.second(challenge, code=guarded.next_code())
    assert (begun.status_code, begun.json()["code"]) == (401, "invalid_challenge")
    assert (await opened(guarded, code=guarded.next_code())).status_code == 200


async def test_a_challenge_is_no_token(guarded):
    challenge = (await guarded.challenged())["challenge"]
    assert (await guarded.visitor.me(challenge)).status_code == 401
    assert (await guarded.visitor.post("refresh", {"refresh_token": challenge})).status_code == 401


@pytest.mark.parametrize(
    "proof",
    [
        {},
        {"code": "123"},
        {"code": "123456", "recovery_code": "abc"},
        {"password": "x"},
        {"passkey": {}},
        {"passkey": None},
        {"code": "123456", "user_id": "x"},
    ],
)
async def test_odd_input_is_refused(guarded, proof):
    assert (await opened(guarded, **proof)).status_code == 422


async def test_old_challenges_are_forgotten(guarded, pass_time):
    await guarded.challenged()
    await guarded.post("step-up/options")
    await guarded.visitor.post("passkeys/login/options")
    pass_time(minutes=6)
    for job in ("forget_login_challenges", "forget_passkey_challenges"):
        await guarded.visitor.rig.run_job(job)
    for table in ("login_challenges", "passkey_challenges"):
        assert (await guarded.visitor.rig.db.fetch(f"SELECT count(*) FROM {table}"))[0][0] == 0, table
