"""The wallet, over HTTP and through its inbox, on a real PostgreSQL."""

import asyncio
import random
from datetime import timedelta
from typing import Any
from uuid import UUID

import httpx
import pytest

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.testing import Rig
from amigok_contracts import Event, Money
from amigok_contracts.identity import UserEmailVerified
from amigok_contracts.marketplace import OrderCancelled, OrderFulfilled, OrderPlaced
from amigok_contracts.wallet import (
    AccountOpened,
    HoldCaptured,
    HoldPlaced,
    HoldRefused,
    HoldReleased,
    TransferCompleted,
)

ADMIN = new_id()


def usd(amount: str) -> Money:
    return Money(amount=amount, currency="USD")  # type: ignore[arg-type]


def body(amount: str, **more: Any) -> dict[str, Any]:
    return {"amount": {"amount": amount, "currency": "USD"}, **{k: str(v) for k, v in more.items()}}


async def user(rig: Rig, amount: str = "0") -> UUID:
    user_id = new_id()
    await rig.deliver(UserEmailVerified(user_id=user_id, role="investor"))
    if amount != "0":
        answer = await credit(rig, user_id, amount)
        assert answer.status_code == 201, answer.text
    return user_id


async def credit(rig: Rig, user_id: UUID, amount: str) -> httpx.Response:
    return await rig.request(
        "POST",
        "/api/v1/admin/wallet/credits",
        user=ADMIN,
        role="admin",
        json=body(amount, user_id=user_id, reason="opening"),
    )


async def balance(rig: Rig, user_id: UUID) -> tuple[str, str]:
    answer = await rig.request("GET", "/api/v1/wallet", user=user_id)
    (found,) = answer.json()["balances"]
    return found["available"]["amount"], found["held"]["amount"]


async def prove(rig: Rig) -> dict[str, Any]:
    answer = await rig.request("GET", "/api/v1/admin/wallet/reconciliation", user=ADMIN, role="admin")
    proof: dict[str, Any] = answer.json()
    assert proof["differences"] == []
    assert proof["total"] == 0
    return proof


class Order:
    """The marketplace's side of one order."""

    def __init__(self, buyer: UUID, price: str, *, seller: UUID | None = None, fee: str = "0.00") -> None:
        self.id, self.listing, self.animal = new_id(), new_id(), new_id()
        self.buyer, self.seller, self.price, self.fee = buyer, seller, usd(price), usd(fee)

    def placed(self) -> Event:
        return OrderPlaced(
            order_id=self.id,
            listing_id=self.listing,
            livestock_id=self.animal,
            buyer_id=self.buyer,
            seller_id=self.seller,
            price=self.price,
            fee=self.fee,
        )

    def fulfilled(self) -> Event:
        return OrderFulfilled(
            order_id=self.id,
            livestock_id=self.animal,
            buyer_id=self.buyer,
            seller_id=self.seller,
            price=self.price,
            fee=self.fee,
        )

    def cancelled(self) -> Event:
        return OrderCancelled(
            order_id=self.id,
            listing_id=self.listing,
            livestock_id=self.animal,
            buyer_id=self.buyer,
            price=self.price,
            reason="transfer_refused",
        )


async def test_a_verified_user_gets_one_wallet_however_often_it_is_said(rig: Rig) -> None:
    event = UserEmailVerified(user_id=new_id(), role="investor")
    await rig.deliver(event)
    await rig.deliver(event)
    assert await balance(rig, event.user_id) == ("0.00", "0.00")
    assert len(await rig.events(AccountOpened)) == 1


async def test_a_duplicate_event_is_handled_once(rig: Rig) -> None:
    event_id = new_id()
    event = UserEmailVerified(user_id=new_id(), role="investor")
    assert await rig.deliver(event, ids=[event_id]) == 1
    assert await rig.deliver(event, ids=[event_id]) == 0


async def test_a_credit_shows_in_the_balance_and_the_statement_and_names_its_reason(rig: Rig) -> None:
    anna = await user(rig, "250.00")
    statement = (await rig.request("GET", "/api/v1/wallet/transactions", user=anna)).json()
    assert await balance(rig, anna) == ("250.00", "0.00")
    assert [(row["kind"], row["description"]) for row in statement["items"]] == [("credit", "opening")]
    assert (await prove(rig))["platform"] == {"external:USD": {"amount": "-250.00", "currency": "USD"}}


async def test_only_administrators_credit_and_reconcile(rig: Rig) -> None:
    anna = await user(rig)
    for method, path in [
        ("POST", "/api/v1/admin/wallet/credits"),
        ("GET", "/api/v1/admin/wallet/reconciliation"),
    ]:
        answer = await rig.request(method, path, user=anna, json=body("9.00", user_id=anna, reason="please"))
        assert (answer.status_code, answer.json()["code"]) == (403, "forbidden")
        answer = await rig.request(method, path, json=body("9.00", user_id=anna, reason="please"))
        assert (answer.status_code, answer.json()["code"]) == (401, "unauthenticated")


async def test_a_transfer_moves_money_once_and_says_what_is_left(rig: Rig) -> None:
    anna, ben = await user(rig, "100.00"), await user(rig)
    answer = await rig.request("POST", "/api/v1/wallet/transfer", user=anna, json=body("30.50", recipient_id=ben))
    assert answer.status_code == 201, answer.text
    assert answer.json()["available"] == {"amount": "69.50", "currency": "USD"}
    assert await balance(rig, ben) == ("30.50", "0.00")
    (event,) = await rig.events(TransferCompleted)
    assert (event.sender_id, event.recipient_id, event.amount) == (anna, ben, usd("30.50"))
    await prove(rig)


@pytest.mark.parametrize("times", [2, 20])
async def test_a_transfer_sent_again_with_its_key_answers_the_same_and_moves_nothing(rig: Rig, times: int) -> None:
    anna, ben = await user(rig, "100.00"), await user(rig)

    async def send() -> httpx.Response:
        return await rig.request(
            "POST",
            "/api/v1/wallet/transfer",
            user=anna,
            json=body("60.00", recipient_id=ben),
            headers={"Idempotency-Key": "the-same-key"},
        )

    answers = await asyncio.gather(*(send() for _ in range(times)))
    assert {answer.status_code for answer in answers} == {201}
    assert len({answer.text for answer in answers}) == 1
    assert sum("idempotency-replayed" in answer.headers for answer in answers) == times - 1
    assert await balance(rig, anna) == ("40.00", "0.00")
    assert len(await rig.events(TransferCompleted)) == 1


async def test_a_key_used_for_another_request_is_refused(rig: Rig) -> None:
    anna, ben = await user(rig, "100.00"), await user(rig)
    answers = [
        await rig.request(
            "POST",
            "/api/v1/wallet/transfer",
            user=anna,
            json=body(amount, recipient_id=ben),
            headers={"Idempotency-Key": "used-before"},
        )
        for amount in ("1.00", "2.00")
    ]
    assert [answer.status_code for answer in answers] == [201, 422]
    assert answers[1].json()["code"] == "idempotency_key_reused"


async def test_the_same_key_of_another_user_is_another_key(rig: Rig) -> None:
    anna, ben = await user(rig, "10.00"), await user(rig, "10.00")
    for sender, recipient in ((anna, ben), (ben, anna)):
        answer = await rig.request(
            "POST",
            "/api/v1/wallet/transfer",
            user=sender,
            json=body("1.00", recipient_id=recipient),
            headers={"Idempotency-Key": "key-of-both"},
        )
        assert answer.status_code == 201


async def test_a_refused_transfer_may_succeed_with_the_same_key_later(rig: Rig) -> None:
    anna, ben = await user(rig), await user(rig)

    async def send() -> httpx.Response:
        return await rig.request(
            "POST",
            "/api/v1/wallet/transfer",
            user=anna,
            json=body("5.00", recipient_id=ben),
            headers={"Idempotency-Key": "try-again"},
        )

    refused = await send()
    assert (refused.status_code, refused.json()["code"]) == (409, "insufficient_funds")
    await credit(rig, anna, "5.00")
    assert (await send()).status_code == 201


async def test_transfers_that_make_no_sense_are_refused_with_a_code(rig: Rig) -> None:
    anna, ben = await user(rig, "10.00"), await user(rig)
    for amount, recipient, code in [
        ("0.00", ben, "amount_not_positive"),
        ("-1.00", ben, "amount_not_positive"),
        ("1.00", anna, "same_wallet"),
        ("1.00", new_id(), "wallet_missing"),
        ("10.01", ben, "insufficient_funds"),
        ("0.001", ben, "invalid_request"),
        ("NaN", ben, "invalid_request"),
        ("1E+400", ben, "invalid_request"),
        ("99999999999999", ben, "invalid_request"),
        ("1.00", "nobody", "invalid_request"),
    ]:
        answer = await rig.request(
            "POST", "/api/v1/wallet/transfer", user=anna, json=body(amount, recipient_id=recipient)
        )
        assert (answer.json()["code"], answer.headers["content-type"]) == (code, "application/problem+json")
    nul = await rig.request(
        "POST", "/api/v1/wallet/transfer", user=anna, json=body("1.00", recipient_id=ben, note="a\x00b")
    )
    assert 400 <= nul.status_code < 500
    keyless = await rig.request(
        "POST",
        "/api/v1/wallet/transfer",
        user=anna,
        json=body("1.00", recipient_id=ben),
        headers={"Idempotency-Key": ""},
    )
    assert keyless.status_code == 422
    assert await balance(rig, anna) == ("10.00", "0.00")


async def test_transfers_in_all_directions_at_once_lose_nothing_and_overdraw_nobody(rig: Rig) -> None:
    users = [await user(rig, "50.00") for _ in range(5)]
    dice = random.Random(7)

    async def send() -> int:
        sender, recipient = dice.sample(users, 2)
        answer = await rig.request(
            "POST",
            "/api/v1/wallet/transfer",
            user=sender,
            json=body(f"{dice.randint(1, 40)}.00", recipient_id=recipient),
        )
        return answer.status_code

    assert set(await asyncio.gather(*(send() for _ in range(200)))) == {201, 409}
    balances = [await balance(rig, each) for each in users]
    assert sum(float(available) for available, _ in balances) == 250
    await prove(rig)


async def test_a_hold_sets_the_price_aside_and_its_capture_pays_seller_and_platform(rig: Rig) -> None:
    anna, ben = await user(rig, "300.00"), await user(rig)
    order = Order(anna, "240.00", seller=ben, fee="6.00")
    await rig.deliver(order.placed())
    assert await balance(rig, anna) == ("60.00", "240.00")
    wallet = (await rig.request("GET", "/api/v1/wallet", user=anna)).json()
    assert [hold["order_id"] for hold in wallet["holds"]] == [str(order.id)]
    await rig.deliver(order.fulfilled())
    assert await balance(rig, anna) == ("60.00", "0.00")
    assert await balance(rig, ben) == ("234.00", "0.00")
    assert (await prove(rig))["platform"]["revenue:USD"] == {"amount": "6.00", "currency": "USD"}
    assert len(await rig.events(HoldCaptured)) == 1


async def test_the_platform_as_seller_is_paid_into_its_sales_account(rig: Rig) -> None:
    anna = await user(rig, "100.00")
    order = Order(anna, "100.00", fee="2.50")
    await rig.deliver(order.placed(), order.fulfilled())
    assert (await prove(rig))["platform"]["sales:USD"] == {"amount": "97.50", "currency": "USD"}


async def test_an_order_without_money_or_wallet_is_refused_with_the_reason(rig: Rig) -> None:
    poor, stranger = await user(rig, "9.99"), new_id()
    await rig.deliver(Order(poor, "10.00").placed(), Order(stranger, "10.00").placed())
    assert [event.reason for event in await rig.events(HoldRefused)] == ["insufficient_funds", "wallet_missing"]
    await prove(rig)


async def test_every_order_event_again_and_in_any_order_changes_nothing_twice(rig: Rig) -> None:
    dice = random.Random(11)
    for _ in range(10):
        anna = await user(rig, "100.00")
        order = Order(anna, "70.00", fee="1.00")
        events = [order.placed(), order.cancelled()] * 3
        dice.shuffle(events)
        await rig.deliver(*events)
        assert await balance(rig, anna) == ("100.00", "0.00")
        sold = Order(anna, "70.00", fee="1.00")
        await rig.deliver(sold.placed(), sold.placed(), sold.fulfilled(), sold.placed(), sold.fulfilled())
        assert await balance(rig, anna) == ("30.00", "0.00")
    await prove(rig)
    assert len(await rig.events(HoldReleased)) == len(await rig.events(HoldPlaced)) - 10


async def test_a_captured_hold_is_not_released_by_a_late_cancellation(rig: Rig) -> None:
    anna = await user(rig, "100.00")
    order = Order(anna, "70.00")
    await rig.deliver(order.placed(), order.fulfilled(), order.cancelled())
    assert await balance(rig, anna) == ("30.00", "0.00")


async def test_many_orders_against_one_wallet_never_hold_more_than_it_has(rig: Rig) -> None:
    anna = await user(rig, "100.00")
    await asyncio.gather(*(rig.deliver(Order(anna, "30.00").placed()) for _ in range(10)))
    assert await balance(rig, anna) == ("10.00", "90.00")
    assert len(await rig.events(HoldRefused)) == 7
    await prove(rig)


async def test_a_hold_that_nobody_asks_for_is_free_again_after_its_expiry(rig: Rig) -> None:
    anna = await user(rig, "100.00")
    await rig.deliver(Order(anna, "70.00").placed())
    try:
        clock.set_offset(timedelta(days=8))
        await rig.run_job("expire_holds")
    finally:
        clock.set_offset(timedelta())
    assert await balance(rig, anna) == ("100.00", "0.00")
    assert [event.reason for event in await rig.events(HoldReleased)] == ["expired"]


async def test_the_statement_pages_through_everything_once(rig: Rig) -> None:
    anna, ben = await user(rig, "100.00"), await user(rig)
    for _ in range(7):
        await rig.request("POST", "/api/v1/wallet/transfer", user=anna, json=body("1.00", recipient_id=ben))
    seen: list[str] = []
    cursor = None
    while True:
        params = {"limit": 3} | ({"cursor": cursor} if cursor else {})
        page = (await rig.request("GET", "/api/v1/wallet/transactions", user=anna, params=params)).json()
        seen += [row["available_after"]["amount"] for row in page["items"]]
        cursor = page["next_cursor"]
        if cursor is None:
            break
    assert seen == ["93.00", "94.00", "95.00", "96.00", "97.00", "98.00", "99.00", "100.00"]
    broken = await rig.request("GET", "/api/v1/wallet/transactions", user=anna, params={"cursor": "%%%"})
    assert (broken.status_code, broken.json()["code"]) == (422, "invalid_cursor")


@pytest.mark.parametrize("table", ["entries", "transfers"])
async def test_what_was_posted_cannot_be_changed(rig: Rig, table: str) -> None:
    await user(rig, "1.00")
    for statement in (f"DELETE FROM {table}", f"UPDATE {table} SET id = id" if table == "transfers" else ""):
        if statement:
            with pytest.raises(Exception, match="append-only"):
                await rig.db.fetch(statement)
