"""Guessing is slowed wherever it comes from, and the owner is not held up by it."""

import asyncio
from datetime import timedelta

import httpx

from amigok_chassis import clock
from identity.throttle import service as throttle

WRONG, RIGHT = "not the password", "seven grey sheep graze"


async def login_from(address, visitor, *, login="ada", password=RIGHT, device_token=None):
    transport = httpx.ASGITransport(visitor.rig.asgi, client=(address, 1))
    async with httpx.AsyncClient(transport=transport, base_url="http://test") as http:
        body = {"login": login, "password": password, "device_token": device_token}
        return await http.post("/api/v1/auth/login", json=body)


async def guessed_from_everywhere(visitor, login="ada"):
    """So many wrong passwords, each from a network of its own, that strangers have to wait."""
    account = throttle.of_login(visitor.rig.db.data_key, login, address="x")[1].account
    await visitor.rig.db.fetch(
        "INSERT INTO login_failures (account, origin, failures, last_failed_at, blocked_until) "
        "VALUES ($1, '', 98, $2, $2)",
        account,
        clock.now(),
    )
    for n in range(2):
        assert (await login_from(f"203.0.113.{n}", visitor, login=login, password=WRONG)).status_code == 401


async def test_guessing_is_slowed_with_growing_delays_and_only_where_it_comes_from(visitor):
    await visitor.verified()
    for _ in range(10):
        assert (await visitor.login("ada", "not the password")).status_code == 401
    delays = []
    for _ in range(3):
        refused = await visitor.login("ADA")
        assert (refused.status_code, refused.json()["code"]) == (429, "too_many_attempts")
        delays.append(int(refused.headers["retry-after"]))
        clock.set_offset(clock.offset() + timedelta(seconds=delays[-1]))
        assert (await visitor.login("ada", "not the password")).status_code == 401
    assert delays == [1, 2, 4]
    assert (await login_from("203.0.113.7", visitor)).status_code == 200
    clock.set_offset(clock.offset() + timedelta(seconds=8))
    assert (await visitor.login()).status_code == 200
    assert (await visitor.login("ada", "not the password")).status_code == 401


async def test_guesses_made_at_once_cannot_slip_past_the_limit(visitor):
    await visitor.verified()
    guesses = await asyncio.gather(*(visitor.login("ada", f"not the password {n}") for n in range(20)))
    assert sum(answer.status_code == 401 for answer in guesses) <= 12
    assert any(answer.status_code == 429 for answer in guesses)


async def test_guesses_from_many_networks_are_slowed_together(visitor):
    await visitor.verified()
    await guessed_from_everywhere(visitor)
    refused = await login_from("198.51.100.1", visitor, password=WRONG)
    assert (refused.status_code, refused.json()["code"], refused.headers["retry-after"]) == (
        429,
        "too_many_attempts",
        "1",
    )


async def test_strangers_never_wait_longer_than_a_minute_for_what_other_strangers_do(visitor):
    await visitor.verified()
    await guessed_from_everywhere(visitor)
    waits = []
    for n in range(9):
        waits.append(int((await login_from(f"198.51.100.{n}", visitor, password=WRONG)).headers["retry-after"]))
        clock.set_offset(clock.offset() + timedelta(seconds=waits[-1]))
        assert (await login_from(f"192.0.2.{n}", visitor, password=WRONG)).status_code == 401
    assert waits == [1, 2, 4, 8, 16, 32, 60, 60, 60]


async def test_a_known_device_is_not_held_up_by_strangers(visitor):
    token = (await visitor.signed_in())["device_token"]
    await guessed_from_everywhere(visitor)
    for _ in range(12):
        await login_from("198.51.100.1", visitor, password=WRONG)
    assert (await login_from("198.51.100.1", visitor)).status_code == 429
    assert (await login_from("198.51.100.1", visitor, device_token=token)).status_code == 200


async def test_guesses_on_a_known_device_are_slowed_and_hold_nobody_else_up(visitor):
    token = (await visitor.signed_in())["device_token"]
    guesses = [await login_from(f"192.0.2.{n}", visitor, password=WRONG, device_token=token) for n in range(11)]
    assert [answer.status_code for answer in guesses] == [401] * 10 + [429]
    assert (await login_from("192.0.2.1", visitor)).status_code == 200


async def test_a_device_of_another_user_is_a_stranger(visitor):
    eves = (await visitor.signed_in("eve"))["device_token"]
    await visitor.verified()
    await guessed_from_everywhere(visitor)
    assert (await login_from("198.51.100.1", visitor, device_token=eves)).status_code == 429


async def test_who_comes_by_the_mail_of_a_reset_is_not_held_up(visitor):
    await visitor.verified()
    for login in ("ada", "ada@amigok.test"):
        await guessed_from_everywhere(visitor, login)
    await visitor.post("password/forgot", {"email": "ada@amigok.test"})
    await visitor.rig.run_task("answer_request")
    token = (await visitor.mails())[-1].split("token=")[1].split()[0]
    chosen = {"token": token, "new_password": "eleven black goats jump"}
    assert (await visitor.post("password/reset", chosen)).status_code == 200
    for login in ("ada", "ada@amigok.test"):
        assert (await visitor.login(login, "eleven black goats jump")).status_code == 200


async def test_addresses_of_one_ipv6_subnet_are_one_network(visitor):
    await visitor.verified()
    for n in range(10):
        assert (await login_from(f"2001:db8:0:7:{n:x}::1", visitor, password=WRONG)).status_code == 401
    assert (await login_from("2001:db8:0:7:ffff::1", visitor)).status_code == 429
    assert (await login_from("2001:db8:0:8::1", visitor)).status_code == 200


async def test_another_spelling_of_a_login_is_counted_with_it(visitor):
    await visitor.verified("livia")
    spellings = ["livia", "LIVIA", "Livia", " livia ", "liVia"]
    for n in range(10):
        assert (await visitor.login(spellings[n % 5], WRONG)).status_code == 401
    assert {(await visitor.login(each, RIGHT)).status_code for each in spellings} == {429}
    for odd in ("l\u0130via", "liv\u0131a", "li\u1d5bia"):
        assert (await visitor.login(odd, RIGHT)).status_code == 401


async def test_username_and_address_are_not_told_to_be_one_account_by_their_delays(visitor):
    await visitor.verified()
    for _ in range(11):
        await visitor.login("ada", WRONG)
    assert (await visitor.login("ada", WRONG)).status_code == 429
    assert (await visitor.login("ada@amigok.test", WRONG)).status_code == 401
