"""Users send money to each other."""

import asyncio
import random
from collections import Counter
from collections.abc import Coroutine
from typing import Any

import pytest

from amigok_chassis.ids import new_id
from amigok_chassis.testing import Rig
from amigok_contracts.wallet import TransferCompleted
from wallet.accounts.models import account_id
from wallet.holds.requests import expire as expire_holds


async def test_a_transfer_moves_money_once_and_says_what_is_left(rig: Rig, bank: Any) -> None:
    anna, ben = await bank.user("100.00"), await bank.user()
    answer = await bank.transfer(anna, ben, "30.50")
    assert answer.status_code == 201, answer.text
    assert answer.json()["available"] == {"amount": "69.50", "currency": "USD"}
    assert await bank.balance(ben) == ("30.50", "0.00")
    (event,) = await rig.events(TransferCompleted)
    assert (event.sender_id, event.recipient_id, event.amount.minor) == (anna, ben, 3050)
    await bank.prove()


@pytest.mark.parametrize("times", [2, 20])
async def test_a_transfer_sent_again_with_its_key_answers_the_same_and_moves_nothing(
    rig: Rig, bank: Any, times: int
) -> None:
    anna, ben = await bank.user("100.00"), await bank.user()
    answers = await asyncio.gather(*(bank.transfer(anna, ben, "60.00", key="the-same-key") for _ in range(times)))
    assert {answer.status_code for answer in answers} == {201}
    assert len({answer.text for answer in answers}) == 1
    assert sum("idempotency-replayed" in answer.headers for answer in answers) == times - 1
    assert await bank.balance(anna) == ("40.00", "0.00")
    assert len(await rig.events(TransferCompleted)) == 1


async def test_a_key_used_for_another_request_is_refused(rig: Rig, bank: Any) -> None:
    anna, ben = await bank.user("100.00"), await bank.user()
    answers = [await bank.transfer(anna, ben, amount, key="used-before") for amount in ("1.00", "2.00", "500.00")]
    assert [answer.status_code for answer in answers] == [201, 422, 422]
    assert {answer.json()["code"] for answer in answers[1:]} == {"idempotency_key_reused"}
    assert await bank.balance(anna) == ("99.00", "0.00")


async def test_the_same_key_of_another_user_is_another_key(rig: Rig, bank: Any) -> None:
    anna, ben = await bank.user("10.00"), await bank.user("10.00")
    for sender, recipient in ((anna, ben), (ben, anna)):
        answer = await bank.transfer(sender, recipient, "1.00", key="key-of-both")
        assert answer.status_code == 201


async def test_a_refused_transfer_may_succeed_with_the_same_key_later(rig: Rig, bank: Any) -> None:
    anna, ben = await bank.user(), await bank.user()
    refused = await bank.transfer(anna, ben, "5.00", key="try-again")
    assert (refused.status_code, refused.json()["code"]) == (409, "insufficient_funds")
    await bank.credit(anna, "5.00")
    assert (await bank.transfer(anna, ben, "5.00", key="try-again")).status_code == 201


@pytest.mark.parametrize("key", ["", "short", "k" * 201, "ключ-ключ", "with a space", "tab\tinside"])
async def test_a_key_is_a_word_of_plain_characters(rig: Rig, bank: Any, key: str) -> None:
    anna, ben = await bank.user("10.00"), await bank.user()
    body = {"recipient_id": str(ben), "amount": {"amount": "1.00", "currency": "USD"}}
    answer = await rig.request(
        "POST", "/api/v1/wallet/transfer", user=anna, json=body, headers={"Idempotency-Key": key.encode()}
    )
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid_request")


async def test_transfers_that_make_no_sense_are_refused_with_a_code(rig: Rig, bank: Any) -> None:
    anna, ben = await bank.user("10.00"), await bank.user()
    for amount, recipient, code in [
        ("0.00", ben, "amount_not_positive"),
        ("-1.00", ben, "amount_not_positive"),
        ("1.00", anna, "same_wallet"),
        ("1.00", new_id(), "recipient_not_found"),
        ("10.01", ben, "insufficient_funds"),
        ("0.001", ben, "invalid_request"),
        ("NaN", ben, "invalid_request"),
        ("1E+400", ben, "invalid_request"),
        ("99999999999999", ben, "invalid_request"),
        ("1.00", "nobody", "invalid_request"),
    ]:
        answer = await bank.transfer(anna, recipient, amount)
        assert (answer.json()["code"], answer.headers["content-type"]) == (code, "application/problem+json")
    for note in ("a\x00b", "\x1b[2J", "two\nlines", "\u202ehcum oot", "x" * 201):
        answer = await bank.transfer(anna, ben, "1.00", note=note)
        assert (answer.status_code, answer.json()["code"]) == (422, "invalid_request")
    stranger = await bank.transfer(new_id(), new_id(), "1.00")
    assert (stranger.status_code, stranger.json()["code"]) == (404, "wallet_missing")
    assert await bank.balance(anna) == ("10.00", "0.00")
    assert (await bank.prove())["transfers"] == 1


async def test_money_of_one_currency_is_not_sent_where_there_is_no_account_for_it(rig: Rig, bank: Any) -> None:
    anna, ben = await bank.user("10.00"), await bank.user()
    await bank.credit(anna, "10.00", "EUR")
    answers = [await bank.transfer(anna, ben, "1.00", "EUR"), await bank.transfer(ben, anna, "1.00", "EUR")]
    assert [answer.json()["code"] for answer in answers] == ["recipient_not_found", "wallet_missing"]
    await bank.prove()


@pytest.mark.parametrize("currency", ["JPY", "KWD", "ZZZ", "usd"])
async def test_money_of_a_currency_without_accounts_is_refused(bank: Any, currency: str) -> None:
    answer = await bank.transfer(await bank.user("10.00"), await bank.user(), "1", currency)
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid_request")


async def test_a_wallet_that_opens_while_a_transfer_to_it_waits_loses_nothing(
    rig: Rig, bank: Any, outsider: Any, somebody_waits: Any
) -> None:
    anna, ben = await bank.user("100.00"), new_id()
    async with outsider.transaction():
        lock = "SELECT FROM accounts WHERE id = $1 FOR UPDATE"
        await outsider.execute(lock, account_id(anna, "available", "USD"))
        sending = asyncio.create_task(bank.transfer(anna, ben, "30.00"))
        await somebody_waits()
        await bank.verify(ben)
    assert (await sending).status_code == 201
    assert await bank.balance(ben) == ("30.00", "0.00")
    await bank.prove()


async def test_everything_at_once_between_few_wallets_loses_nothing_and_overdraws_nobody(rig: Rig, bank: Any) -> None:
    """Single statements, credits, batches of order events and expiring holds lock the same accounts, in one order."""
    users = [await bank.user("50.00") for _ in range(3)]
    dice = random.Random(7)
    refusals: Counter[str] = Counter()

    async def send() -> None:
        sender, recipient = dice.sample(users, 2)
        answer = await bank.transfer(sender, recipient, f"{dice.randint(1, 40)}.00")
        refusals[answer.json().get("code", "")] += 1

    async def order() -> None:
        buyer, seller = dice.sample(users, 2)
        order = bank.order(buyer, f"{dice.randint(1, 20)}.00", seller=dice.choice([seller, None]), fee="0.50")
        await rig.deliver(order.placed())
        held = await rig.db.fetch("SELECT FROM holds WHERE reference_id = $1 AND state = 'placed'", order.id)
        await rig.deliver(dice.choice([order.fulfilled, order.cancelled])() if held else order.cancelled())

    async def expire() -> None:
        async with rig.db.unit_of_work() as db:
            await expire_holds(db)

    async def credit() -> None:
        await bank.credit(dice.choice(users), "1.00")

    async def paced(each: Coroutine[Any, Any, None]) -> None:
        async with at_once:
            await each

    at_once = asyncio.Semaphore(64)
    work = [send() for _ in range(400)] + [order() for _ in range(60)] + [credit() for _ in range(30)]
    work += [expire() for _ in range(10)]
    dice.shuffle(work)
    await asyncio.gather(*(paced(each) for each in work))
    assert set(refusals) == {"", "insufficient_funds"}
    proof = await bank.prove()
    assert proof["holds_placed"] == 0
    entries = await rig.db.fetch(
        "SELECT FROM accounts JOIN entries ON account_id = id WHERE balance IS NOT NULL AND balance_after IS NULL"
    )
    assert entries == []
