"""Wallets open, and money comes in."""

import asyncio
from collections import Counter
from typing import Any

import pytest

from amigok_chassis.ids import new_id
from amigok_chassis.testing import Rig
from amigok_contracts.identity import UserEmailVerified
from amigok_contracts.wallet import AccountCredited, AccountOpened


async def test_a_verified_user_gets_one_wallet_however_often_it_is_said(rig: Rig, bank: Any) -> None:
    event = UserEmailVerified(user_id=new_id(), role="investor")
    await rig.deliver(event)
    await rig.deliver(event)
    assert await bank.balance(event.user_id) == ("0.00", "0.00")
    assert len(await rig.events(AccountOpened)) == 1


async def test_a_duplicate_event_is_handled_once(rig: Rig) -> None:
    event_id = new_id()
    event = UserEmailVerified(user_id=new_id(), role="investor")
    assert await rig.deliver(event, ids=[event_id]) == 1
    assert await rig.deliver(event, ids=[event_id]) == 0


async def test_a_credit_shows_in_the_balance_and_the_statement_and_names_its_reason(rig: Rig, bank: Any) -> None:
    anna = await bank.user("250.00")
    statement = await bank.get(anna, "/transactions")
    assert await bank.balance(anna) == ("250.00", "0.00")
    assert [(row["type"], row["description"]) for row in statement["items"]] == [("credit", "opening")]
    assert (await bank.prove())["platform"] == {"external:USD": {"amount": "-250.00", "currency": "USD"}}
    (event,) = await rig.events(AccountCredited)
    assert event.credited_by == bank.admin
    assert "opening" not in event.model_dump_json()


async def test_the_audit_log_has_every_credit_once_with_what_was_there_before(rig: Rig, bank: Any) -> None:
    anna = await bank.user("250.00")
    body = {"user_id": str(anna), "amount": {"amount": "9.50", "currency": "USD"}, "reason": "to Anna Kaya"}
    for _ in range(2):
        answer = await rig.request(
            "POST", "/api/v1/admin/wallet/credits", user=bank.admin, role="admin", json=body,
            headers={"Idempotency-Key": "only-once"},
        )  # fmt: skip
    await bank.credit(new_id(), "1.00")
    opening, credit = await rig.told()
    assert (opening["before"], opening["after"]["available"]) == ({"available": "0.00 USD"}, "250.00 USD")
    assert (credit["action"], credit["actor_id"], credit["subject_id"]) == (
        "account.credited", str(bank.admin), str(anna),
    )  # fmt: skip
    assert credit["before"] == {"available": "250.00 USD"}
    assert credit["after"] == {"available": "259.50 USD", "transfer_id": answer.json()["transfer_id"]}


async def test_credits_and_transfers_at_once_make_one_log(rig: Rig, bank: Any) -> None:
    anna, ben = await bank.user("50.00"), await bank.user("50.00")
    answers = await asyncio.gather(
        *(bank.credit((anna, ben)[number % 2], "1.00") for number in range(30)),
        *(bank.transfer(*((anna, ben) if number % 2 else (ben, anna)), "0.10") for number in range(30)),
    )
    assert {answer.status_code for answer in answers} == {201}
    assert len(await rig.told()) == 32
    await bank.prove()


async def test_only_administrators_credit_and_reconcile(rig: Rig, bank: Any) -> None:
    anna = await bank.user()
    body = {"user_id": str(anna), "amount": {"amount": "9.00", "currency": "USD"}, "reason": "please"}
    for method, path in [
        ("POST", "/api/v1/admin/wallet/credits"),
        ("GET", "/api/v1/admin/wallet/reconciliation"),
    ]:
        answer = await rig.request(method, path, user=anna, json=body)
        assert (answer.status_code, answer.json()["code"]) == (403, "forbidden")
        answer = await rig.request(method, path, json=body)
        assert (answer.status_code, answer.json()["code"]) == (401, "unauthenticated")


async def test_money_in_another_currency_opens_accounts_for_it(rig: Rig, bank: Any) -> None:
    anna = await bank.user("10.00")
    answers = await asyncio.gather(*(bank.credit(anna, "5.00", "EUR") for _ in range(5)))
    assert {answer.status_code for answer in answers} == {201}
    assert await bank.balance(anna, "EUR") == ("25.00", "0.00")
    assert await bank.balance(anna, "USD") == ("10.00", "0.00")
    assert [event.currency for event in await rig.events(AccountOpened)] == ["USD", "EUR"]
    await bank.prove()


async def test_nobody_is_credited_who_has_no_wallet(rig: Rig, bank: Any) -> None:
    answer = await bank.credit(new_id(), "5.00")
    assert (answer.status_code, answer.json()["code"]) == (404, "wallet_missing")
    assert (await bank.prove())["transfers"] == 0


async def test_a_balance_stays_below_what_can_be_said(rig: Rig, bank: Any) -> None:
    most = "9999999999999.99"
    rich, ben = await bank.user(most), await bank.user(most)
    refused = [await bank.credit(rich, "0.01"), await bank.transfer(ben, rich, "0.01")]
    assert [(each.status_code, each.json()["code"]) for each in refused] == [(409, "balance_too_large")] * 2
    assert await bank.balance(rich) == (most, "0.00")
    assert (await bank.prove())["platform"]["external:USD"]["amount"] == "-19999999999999.98"


async def test_credits_at_once_with_one_key_are_one_credit(rig: Rig, bank: Any) -> None:
    anna = await bank.user()
    body = {"user_id": str(anna), "amount": {"amount": "9.00", "currency": "USD"}, "reason": "opening"}

    async def send(path: str, **changed: Any) -> int:
        answer = await rig.request(
            "POST", path, user=bank.admin, role="admin", json=body | changed, headers={"Idempotency-Key": "only-once"}
        )
        return answer.status_code

    credits = "/api/v1/admin/wallet/credits"
    statuses = await asyncio.gather(*(send(credits) for _ in range(8)), *(send(credits, reason="else") for _ in "ab"))
    assert Counter(statuses) in ({201: 8, 422: 2}, {201: 2, 422: 8})
    assert await bank.balance(anna) == ("9.00", "0.00")
    elsewhere = await rig.request(
        "POST", "/api/v1/wallet/transfer", user=bank.admin,
        json={"recipient_id": str(anna), "amount": body["amount"]}, headers={"Idempotency-Key": "only-once"},
    )  # fmt: skip
    assert elsewhere.json()["code"] == "idempotency_key_reused"


@pytest.mark.parametrize("reason", ["  ", "a", "x" * 201, "a\x00bc", "tty \x1b[31m", "two\nlines", "a\x85bc"])
async def test_a_reason_is_one_line_that_says_something(rig: Rig, bank: Any, reason: str) -> None:
    answer = await bank.credit(await bank.user(), "1.00", reason=reason)
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid_request")
