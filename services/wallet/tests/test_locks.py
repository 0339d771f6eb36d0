"""Everybody locks accounts in one order, also when new ones are opened meanwhile."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any
from uuid import UUID

import asyncpg
import pytest

from amigok_chassis.ids import new_id
from amigok_chassis.patience import PATIENCE
from amigok_chassis.testing import Rig
from amigok_contracts import Money
from amigok_contracts.payment import PaymentCompleted
from wallet.accounts.models import account_id
from wallet.accounts.service import open_all, wallet_of

LOCK = "SELECT FROM accounts WHERE owner_id = $1 ORDER BY id FOR NO KEY UPDATE"


@pytest.fixture
async def another(rig: Rig) -> AsyncIterator[asyncpg.Connection]:
    """One more connection to the same database."""
    connection = await asyncpg.connect(rig.db.engine.url.set(drivername="postgresql").render_as_string(False))
    yield connection
    await connection.close()


async def somebody_whose_pounds_come_first(bank: Any) -> UUID:
    """In the order of ids an account in pounds comes before those in dollars."""
    while True:
        user: UUID = await bank.user()
        dollars = sorted(account_id(user, kind, "USD") for kind in ("available", "held"))
        if account_id(user, "available", "GBP") < dollars[0]:
            return user


async def test_an_account_that_is_opened_meanwhile_leads_to_no_deadlock(
    rig: Rig, bank: Any, outsider: Any, another: Any, somebody_waits: Any
) -> None:
    """A batch has the first account of two and waits for the second, somebody opens a third that comes before both, and
    another locks that and waits for the first: were the batch to lock what is new as well, none would ever go on."""
    anna = await somebody_whose_pounds_come_first(bank)
    dollars = sorted(account_id(anna, kind, "USD") for kind in ("available", "held"))
    payment = PaymentCompleted(
        payment_id=new_id(),
        user_id=anna,
        amount=Money.of_minor(500, "USD"),
        provider="stripe",
        purpose="deposit",
        order_id=None,
    )
    async with another.transaction():
        async with outsider.transaction():
            await outsider.execute("SELECT FROM accounts WHERE id = $1 FOR UPDATE", dollars[1])
            delivery = asyncio.create_task(rig.deliver(payment))
            await somebody_waits()
            async with rig.db.unit_of_work() as db:
                await open_all(db, wallet_of(anna, "GBP"))
            locking = asyncio.create_task(another.execute(LOCK, anna))
            await somebody_waits(2)
        assert await delivery == 1
        await locking
    assert await bank.balance(anna) == ("5.00", "0.00")


async def test_who_opens_an_account_does_not_wait_for_who_posts_to_it(rig: Rig, bank: Any, outsider: Any) -> None:
    anna = await bank.user("5.00")
    async with outsider.transaction():
        await outsider.execute("UPDATE accounts SET balance = balance WHERE owner_id = $1", anna)
        async with asyncio.timeout(PATIENCE), rig.db.unit_of_work() as db:
            await open_all(db, wallet_of(anna, "USD"))


async def test_batches_that_open_the_same_accounts_at_once_wait_for_each_other(rig: Rig, bank: Any) -> None:
    people = [await bank.user() for _ in range(6)]

    async def pay(order: list[UUID]) -> None:
        for number, person in enumerate(order):
            about = {"payment_id": new_id(), "user_id": person, "amount": Money.of_minor(100, "EUR")}
            event = {**about, "provider": "stripe", "purpose": "deposit", "order_id": None}
            payments.setdefault(id(order), []).append((number, PaymentCompleted.model_validate(event)))
        await rig.deliver(*(event for _, event in payments[id(order)]))

    payments: dict[int, list[tuple[int, PaymentCompleted]]] = {}
    await asyncio.gather(*(pay(people[shift:] + people[:shift]) for shift in range(6)))
    assert {await bank.balance(person, "EUR") for person in people} == {("6.00", "0.00")}
    await bank.prove()
