"""Money can be sent to an address or username, and nobody can find out who is here."""

import asyncio
from datetime import timedelta
from typing import Any
from uuid import UUID

import httpx
import pytest

from amigok_chassis import clock, transit
from amigok_chassis.ids import new_id
from amigok_chassis.testing import Rig
from amigok_contracts.identity import UserHandlesChanged


class People:
    """What identity says of users, and whom they send money to."""

    def __init__(self, rig: Rig) -> None:
        self.rig = rig

    async def are(self, user: UUID, email: str, username: str | None = None, *, version: int = 1) -> None:
        key = self.rig.db.fleet_key
        await self.rig.deliver(
            UserHandlesChanged(
                user_id=user,
                aggregate_version=version,
                email_digest=transit.digest(key, "email", email),
                username_digest=transit.digest(key, "username", username) if username else None,
            )
        )

    async def send(self, sender: UUID, *, key: str = "", **to: object) -> httpx.Response:
        body = {"amount": {"amount": "1.00", "currency": "USD"}, **to}
        headers = {"Idempotency-Key": key} if key else {}
        return await self.rig.request("POST", "/api/v1/wallet/transfer", user=sender, json=body, headers=headers)


@pytest.fixture
def people(rig: Rig) -> People:
    return People(rig)


def code(answer: httpx.Response) -> str:
    return str(answer.json().get("code", ""))


async def test_money_finds_its_recipient_by_address_and_by_name(rig: Rig, bank: Any, people: People) -> None:
    anna, ben = await bank.user("10.00"), await bank.user()
    await people.are(ben, "ben@example.com", "big.ben")
    for to in ({"email": "Ben@EXAMPLE.com"}, {"username": "Big.Ben"}, {"recipient_id": str(ben)}):
        answer = await people.send(anna, **to)
        assert (answer.status_code, answer.json().get("recipient_id")) == (201, str(ben)), answer.text
    assert await bank.balance(ben) == ("3.00", "0.00")


async def test_handles_that_are_given_up_lead_to_nobody_and_news_may_come_late(
    rig: Rig, bank: Any, people: People
) -> None:
    anna, ben = await bank.user("10.00"), await bank.user()
    await people.are(ben, "new@example.com", "ben", version=2)
    await people.are(ben, "old@example.com", "ben", version=1)
    assert code(await people.send(anna, email="old@example.com")) == "recipient_not_found"
    assert (await people.send(anna, email="new@example.com")).status_code == 201
    await rig.deliver(bank.standing(ben, status="deleted"))
    await people.are(ben, "new@example.com", "ben", version=9)
    for to in ({"email": "new@example.com"}, {"username": "ben"}):
        assert code(await people.send(anna, **to)) == "recipient_not_found"
    assert "digest=None" in str((await rig.db.fetch("SELECT * FROM handles"))[0]).replace("_digest", "digest")


async def test_an_address_that_two_seem_to_have_is_nobodys_until_that_is_clear(bank: Any, people: People) -> None:
    anna, former, present = await bank.user("10.00"), await bank.user(), await bank.user()
    await people.are(former, "desk@example.com")
    await people.are(present, "desk@example.com")
    assert code(await people.send(anna, email="desk@example.com")) == "recipient_not_found"
    await people.are(former, "elsewhere@example.com", version=2)
    answer = await people.send(anna, email="desk@example.com")
    assert answer.json()["recipient_id"] == str(present)


async def test_nobody_can_list_who_is_here(bank: Any, people: People) -> None:
    anna, ben = await bank.user("90.00"), await bank.user()
    await people.are(ben, "ben@example.com")
    tries = [people.send(anna, email=f"guess{number}@example.com") for number in range(60)]
    codes = [code(answer) for answer in await asyncio.gather(*tries)]
    assert (codes.count("recipient_not_found"), codes.count("too_many_attempts")) == (20, 40)
    blocked = await people.send(anna, email="ben@example.com")
    assert (blocked.status_code, code(blocked)) == (429, "too_many_attempts")
    assert 3500 < int(blocked.headers["Retry-After"]) <= 3600
    assert (await people.send(anna, recipient_id=str(ben))).status_code == 201
    clock.set_offset(timedelta(hours=1, seconds=1))
    assert (await people.send(anna, email="ben@example.com")).status_code == 201


async def test_finding_people_uses_nothing_up(bank: Any, people: People) -> None:
    anna, ben = await bank.user("90.00"), await bank.user()
    await people.are(ben, "ben@example.com")
    for _ in range(30):
        assert (await people.send(anna, email="ben@example.com")).status_code == 201


async def test_a_transfer_by_address_sent_again_answers_the_same_even_when_the_address_is_gone(
    bank: Any, people: People
) -> None:
    anna, ben = await bank.user("10.00"), await bank.user()
    await people.are(ben, "ben@example.com")
    first = await people.send(anna, key="the-same-key", email="ben@example.com")
    await people.are(ben, "other@example.com", version=2)
    again = await people.send(anna, key="the-same-key", email="ben@example.com")
    assert (again.status_code, again.text) == (201, first.text)
    assert await bank.balance(ben) == ("1.00", "0.00")


async def test_a_recipient_is_named_once_and_is_not_oneself(bank: Any, people: People) -> None:
    anna = await bank.user("10.00")
    await people.are(anna, "anna@example.com", "anna")
    for to in (
        {},
        {"email": "a@example.com", "username": "anna"},
        {"email": "nobody"},
        {"username": "a b"},
        {"recipient_id": str(new_id()), "email": "a@example.com"},
        {"username": ""},
    ):
        answer = await people.send(anna, **to)
        assert (answer.status_code, code(answer)) == (422, "invalid_request"), to
    assert code(await people.send(anna, username="anna")) == "same_wallet"
