"""Feed, care and prizes move money once for what they are for."""

import asyncio
from typing import Any
from uuid import UUID

import pytest

from amigok_chassis.ids import new_id
from amigok_chassis.testing import Rig
from amigok_contracts import Money
from wallet import charges
from wallet.errors import AmountNotPositive, InsufficientFunds, WalletMissing

FIVE = Money.of_minor(500, "USD")


async def charge(rig: Rig, user: UUID, amount: Money = FIVE, **more: Any) -> UUID:
    about = {"kind": "feeding", "reference_id": new_id(), **more}
    async with rig.db.unit_of_work() as db:
        return await charges.charge(db, user_id=user, amount=amount, **about)


async def reward(rig: Rig, user: UUID, amount: Money = FIVE, reference_id: UUID | None = None) -> UUID:
    async with rig.db.unit_of_work() as db:
        return await charges.give(db, kind="reward", user_id=user, amount=amount, reference_id=reference_id or new_id())


async def test_a_charge_and_a_prize_happen_once_for_what_they_are_for(rig: Rig, bank: Any) -> None:
    anna, feeding, prize = await bank.user("20.00"), new_id(), new_id()
    first = await charge(rig, anna, reference_id=feeding)
    again = await asyncio.gather(*(charge(rig, anna, reference_id=feeding) for _ in range(5)))
    assert {first} == set(again)
    await charge(rig, anna, kind="care", reference_id=feeding)
    await asyncio.gather(*(reward(rig, anna, Money.of_minor(300, "USD"), prize) for _ in range(5)))
    assert await bank.balance(anna) == ("13.00", "0.00")
    types = [line["type"] for line in (await bank.get(anna, "/transactions"))["items"]]
    assert types == ["reward", "care", "feeding", "credit"]
    assert (await bank.prove())["platform"]["revenue:USD"] == {"amount": "7.00", "currency": "USD"}


async def test_a_charge_takes_no_more_than_there_is(rig: Rig, bank: Any) -> None:
    anna = await bank.user("4.99")
    for user, amount, failure in [
        (anna, FIVE, InsufficientFunds),
        (new_id(), FIVE, WalletMissing),
        (anna, Money.of_minor(0, "USD"), AmountNotPositive),
    ]:
        with pytest.raises(failure):
            await charge(rig, user, amount)
    assert await bank.balance(anna) == ("4.99", "0.00")


async def test_a_prize_opens_accounts_in_its_currency(rig: Rig, bank: Any) -> None:
    anna = await bank.user()
    await reward(rig, anna, Money.of_minor(250, "EUR"))
    assert await bank.balance(anna, "EUR") == ("2.50", "0.00")
    await bank.prove()
