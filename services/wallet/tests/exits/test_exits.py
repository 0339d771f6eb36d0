"""All that leaves a wallet passes one policy, whatever door it takes."""

import asyncio
import random
from collections import Counter
from datetime import timedelta
from itertools import chain, repeat
from types import SimpleNamespace
from typing import Any
from uuid import UUID

import httpx
import pytest

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.testing import Rig
from amigok_contracts import Money
from amigok_contracts.payment import (
    ChargeRequested,
    PaymentCompleted,
    PaymentFailed,
    PayoutFailed,
)
from amigok_contracts.wallet import ExitAllowed, ExitNoticed, ExitRefused, HoldPlaced, HoldRefused
from wallet.accounts.models import account_id
from wallet.accounts.service import open_all, wallet_of
from wallet.exits.totals import HOURS, added, hour, shifted

PASSWORD = {"amr": ("pwd",)}
OLD_PROOF = {"authenticated": timedelta(minutes=11)}
STOLEN = {**PASSWORD, **OLD_PROOF}
"""A session that somebody else took over: its password proof is old, and there is no second factor."""


def usd(amount: str) -> Money:
    return Money.model_validate({"amount": amount, "currency": "USD"})


class Exits:
    """The four exits, for one user after the other."""

    def __init__(self, rig: Rig, bank: Any) -> None:
        self.rig, self.bank = rig, bank

    async def somebody(self, amount: str, **standing: Any) -> UUID:
        user: UUID = await self.bank.user(amount)
        return await self.rig.is_known(user, **{"kyc": "approved", **standing})

    async def transfer(self, sender: UUID, recipient: UUID, amount: str, **claims: Any) -> httpx.Response:
        body = {"recipient_id": str(recipient), "amount": {"amount": amount, "currency": "USD"}}
        return await self._post("/transfer", sender, body, **claims)

    async def withdraw(self, user: UUID, amount: str, **claims: Any) -> httpx.Response:
        to = {"method": "paypal", "account": {"email": "a@example.com"}}
        body = {"amount": {"amount": amount, "currency": "USD"}, **to}
        return await self._post("/withdraw", user, body, **claims)

    async def purchase(self, user: UUID, amount: str, seller: UUID | None = None, **assurance: Any) -> Any:
        order = self.bank.order(user, amount, seller=seller, **assurance)
        await self.rig.deliver(order.placed())
        return order

    async def charge(self, user: UUID, amount: str, **assurance: Any) -> UUID:
        event = ChargeRequested(
            payment_id=new_id(), user_id=user, amount=usd(amount), assurance=self.bank.sure(**assurance)
        )
        await self.rig.deliver(event)
        return event.payment_id

    async def seen(self, user: UUID) -> dict[str, Any]:
        found: dict[str, Any] = await self.bank.get(user, "/exits")
        found["used"] = next(each["used"]["amount"] for each in found["limits"] if each["used"]["currency"] == "USD")
        return found

    async def stop(self, user: UUID, hours: int | None = 24, **claims: Any) -> httpx.Response:
        return await self._post("/exits/stop", user, {"hours": hours}, **claims)

    async def resume(self, user: UUID, **claims: Any) -> httpx.Response:
        return await self._post("/exits/resume", user, None, **claims)

    async def _post(self, path: str, user: UUID, body: Any, **claims: Any) -> httpx.Response:
        headers = self.bank.bearer(user, **claims)
        return await self.rig.request("POST", f"/api/v1/wallet{path}", json=body, headers=headers)


@pytest.fixture
def exits(rig: Rig, bank: Any) -> Exits:
    return Exits(rig, bank)


def code(answer: httpx.Response) -> str:
    return str(answer.json().get("code", ""))


async def test_a_stolen_session_neither_transfers_everything_nor_charges_the_saved_card(rig: Rig, exits: Exits) -> None:
    anna, thief = await exits.somebody("90000.00"), await exits.somebody("0")
    assert code(await exits.transfer(anna, thief, "90000.00", **STOLEN)) == "daily_limit_exceeded"
    assert code(await exits.transfer(anna, thief, "19000.00", **STOLEN)) == "step_up_required"
    assert code(await exits.transfer(anna, thief, "50.01", **STOLEN)) == "step_up_required"
    codes = [code(await exits.transfer(anna, thief, "50.00", **STOLEN)) for _ in range(8)]
    assert codes == [""] * 5 + ["step_up_required"] * 3
    old = {"authenticated_at": clock.now() - timedelta(minutes=11), "multi_factor": False}
    for _ in range(3):
        await exits.charge(anna, "50000.00", **old)
        await exits.charge(anna, "50.00", **old)
        await exits.purchase(anna, "50.00", **old)
    assert await rig.events(ExitAllowed) == []
    assert Counter(event.reason for event in await rig.events(ExitRefused)) == {
        "daily_limit_exceeded": 3,
        "step_up_required": 3,
    }
    assert (await exits.seen(anna))["used"] == "250.00"


async def test_fifty_requests_at_once_over_all_exits_never_exceed_the_days_limit(
    rig: Rig, bank: Any, exits: Exits
) -> None:
    anna, others = await exits.somebody("90000.00"), [await exits.somebody("0") for _ in range(3)]
    dice = random.Random(5)
    work = [exits.transfer(anna, dice.choice(others), "900.00") for _ in range(13)]
    work += [exits.withdraw(anna, "900.00") for _ in range(12)]
    work += [exits.purchase(anna, "900.00", seller=dice.choice(others)) for _ in range(12)]
    work += [exits.charge(anna, "900.00") for _ in range(13)]
    dice.shuffle(work)
    answers = await asyncio.gather(*work)
    direct = sum(isinstance(answer, httpx.Response) and answer.is_success for answer in answers)
    asked = len(await rig.events(ExitAllowed)) + len(await rig.events(HoldPlaced))
    assert direct + asked == 20_000 // 900
    assert (await exits.seen(anna))["used"] == f"{900 * (direct + asked)}.00"
    reasons = {code(answer) for answer in answers if isinstance(answer, httpx.Response) and not answer.is_success}
    reasons |= {event.reason for event in [*await rig.events(ExitRefused), *await rig.events(HoldRefused)]}
    assert reasons == {"daily_limit_exceeded"}
    await bank.prove()


async def test_small_transfers_at_once_stay_below_what_is_one_step(bank: Any, exits: Exits) -> None:
    anna, ben = await exits.somebody("9000.00"), await exits.somebody("0")
    answers = await asyncio.gather(*(exits.transfer(anna, ben, "40.00", **STOLEN) for _ in range(20)))
    assert Counter(code(answer) for answer in answers) == {"": 6, "step_up_required": 14}
    assert await bank.balance(ben) == ("240.00", "0.00")
    await bank.prove()


async def test_somebody_is_known_a_day_after_the_first_payment(exits: Exits) -> None:
    anna, ben, carl = [await exits.somebody("900.00") for _ in range(3)]
    order = await exits.purchase(anna, "60.00", seller=carl)
    await exits.rig.deliver(order.fulfilled())
    assert (await exits.transfer(anna, ben, "1.00", **STOLEN)).status_code == 201
    for friend in (ben, carl):
        assert code(await exits.transfer(anna, friend, "60.00", **STOLEN)) == "step_up_required"
    await exits.rig.run_job("seal_transfers")
    clock.set_offset(timedelta(hours=24, minutes=1))
    for friend in (ben, carl):
        assert (await exits.transfer(anna, friend, "60.00", **STOLEN)).status_code == 201


async def test_a_fresh_proof_opens_more_and_a_second_factor_still_more(exits: Exits) -> None:
    anna, ben = await exits.somebody("9000.00"), await exits.somebody("0")
    assert (await exits.transfer(anna, ben, "900.00", **PASSWORD)).status_code == 201
    assert code(await exits.transfer(anna, ben, "200.00", **PASSWORD)) == "second_factor_required"
    assert code(await exits.transfer(anna, ben, "200.00", **OLD_PROOF)) == "step_up_required"
    assert (await exits.transfer(anna, ben, "200.00")).status_code == 201


@pytest.mark.parametrize(
    ("standing", "claims"),
    [
        ({}, {"dev": 0}),
        ({"registered_at": "now"}, {}),
        ({"credentials_changed_at": "now"}, {}),
    ],
)
async def test_what_is_new_waits_and_says_how_long(exits: Exits, standing: Any, claims: Any) -> None:
    anna, ben = await exits.somebody("9000.00", **{name: clock.now() for name in standing}), await exits.somebody("0")
    answer = await exits.transfer(anna, ben, "1000.01", **claims)
    assert (answer.status_code, code(answer)) == (403, "exit_delayed")
    assert int(answer.headers["Retry-After"]) == answer.json()["retry_after"] > 23 * 3600
    assert (await exits.transfer(anna, ben, "1000.00", **claims)).status_code == 201


async def test_what_is_called_off_or_failed_does_not_count_any_more_and_counts_once(rig: Rig, exits: Exits) -> None:
    anna = await exits.somebody("9000.00")
    order = await exits.purchase(anna, "700.00")
    payment, other = await exits.charge(anna, "600.00"), await exits.charge(anna, "60.00")
    cancelled = (await exits.withdraw(anna, "500.00")).json()["id"]
    failed = (await exits.withdraw(anna, "400.00")).json()["id"]
    assert (await exits.seen(anna))["used"] == "2260.00"
    failure = PaymentFailed(
        payment_id=payment,
        user_id=anna,
        amount=usd("600.00"),
        provider="stripe",
        purpose="deposit",
        order_id=None,
        reason="declined",
    )
    clock.set_offset(timedelta(hours=3))
    await rig.deliver(order.cancelled(), order.cancelled(), failure, failure)
    path = f"/api/v1/wallet/withdraw/{cancelled}/cancel"
    assert (await rig.request("POST", path, user=anna)).status_code == 200
    admin, body = await rig.administrator(), {"status": "approved", "seen": "requested"}
    await rig.request("PUT", f"/api/v1/wallet/withdraw/{failed}/status", user=admin, role="admin", json=body)
    lost = PayoutFailed(
        withdrawal_id=UUID(failed), user_id=anna, amount=usd("400.00"), provider="paypal", reason="closed"
    )
    await rig.deliver(lost)
    assert (await exits.seen(anna))["used"] == "60.00"
    assert [event.reference_id for event in await rig.events(ExitAllowed)] == [payment, other]


async def test_what_left_as_an_hour_ended_is_taken_back_from_that_hour(
    rig: Rig, exits: Exits, monkeypatch: pytest.MonkeyPatch
) -> None:
    anna = await exits.somebody("90.00")
    end = clock.now().replace(minute=59, second=59, microsecond=999_999)
    times = chain([end], repeat(end + timedelta(seconds=1)))
    monkeypatch.setattr("wallet.exits.service.clock", SimpleNamespace(now=lambda: next(times)))
    order = await exits.purchase(anna, "40.00")
    await rig.deliver(order.cancelled())
    [row] = await rig.db.fetch("SELECT exits_total FROM accounts WHERE owner_id = $1 AND exits <> '{}'", anna)
    assert row["exits_total"] == 0


async def test_a_charge_is_answered_once_and_what_left_counts_for_a_day(rig: Rig, exits: Exits) -> None:
    anna = await exits.somebody("0")
    event = ChargeRequested(payment_id=new_id(), user_id=anna, amount=usd("600.00"), assurance=exits.bank.sure())
    await asyncio.gather(*(rig.deliver(event) for _ in range(4)))
    assert len(await rig.events(ExitAllowed)) == 1
    assert (await exits.seen(anna))["used"] == "600.00"
    clock.set_offset(timedelta(hours=25))
    assert (await exits.seen(anna))["used"] == "0.00"


async def test_who_sent_the_order_before_it_was_said_how_sure_that_is_counts_as_nobody_sure(
    rig: Rig, exits: Exits
) -> None:
    anna = await exits.somebody("900.00")
    order = exits.bank.order(anna, "100.01")
    await rig.deliver(order.placed().model_copy(update={"assurance": None}))
    assert [event.reason for event in await rig.events(HoldRefused)] == ["step_up_required"]
    await exits.purchase(anna, "100.00", authenticated_at=clock.now() - timedelta(days=9), multi_factor=False)
    assert len(await rig.events(HoldPlaced)) == 1


async def test_money_that_came_for_an_order_is_held_for_it_unless_the_wallet_is_closed(rig: Rig, exits: Exits) -> None:
    async def paid() -> None:
        payment = {"payment_id": new_id(), "user_id": anna, "amount": usd("30000.00"), "provider": "stripe"}
        order = exits.bank.order(anna, "30000.00")
        await rig.deliver(
            PaymentCompleted.model_validate({**payment, "purpose": "order", "order_id": order.id}),
            order.placed(funded_by=payment["payment_id"]),
        )

    anna = await exits.somebody("0")
    await paid()
    assert (await exits.seen(anna))["used"] == "0.00"
    await exits.stop(anna)
    await paid()
    assert await exits.bank.balance(anna) == ("30000.00", "30000.00")
    assert [event.reason for event in await rig.events(HoldRefused)] == ["exits_stopped"]


async def test_a_stop_closes_every_exit_and_what_is_under_way_until_it_is_lifted(rig: Rig, exits: Exits) -> None:
    anna, ben = await exits.somebody("9000.00"), await exits.somebody("0")
    asked = (await exits.withdraw(anna, "100.00")).json()["id"]
    answer = await exits.stop(anna, None, **STOLEN)
    assert (answer.status_code, answer.json()["stopped"]["until"]) == (200, None)
    for refused in (await exits.transfer(anna, ben, "0.01"), await exits.withdraw(anna, "10.00")):
        assert (refused.status_code, code(refused)) == (403, "exits_stopped")
    await exits.purchase(anna, "1.00")
    await exits.charge(anna, "1.00")
    await rig.deliver(exits.bank.refund(anna, usd("1.00"), new_id()))
    kinds = (HoldRefused, ExitRefused)
    assert [event.reason for kind in kinds for event in await rig.events(kind)] == ["exits_stopped"] * 3
    admin, body = await rig.administrator(), {"status": "approved", "seen": "requested"}
    path = f"/api/v1/wallet/withdraw/{asked}/status"
    decided = await rig.request("PUT", path, user=admin, role="admin", json=body)
    assert (decided.status_code, code(decided)) == (403, "exits_stopped")
    assert code(await exits.resume(anna, **OLD_PROOF)) == "step_up_required"
    assert (await exits.resume(anna)).json()["stopped"] is None
    assert (await exits.transfer(anna, ben, "0.01")).status_code == 201
    assert (await exits.resume(ben)).status_code == 200


async def test_a_stop_ends_by_itself_and_is_never_cut_short_by_another(exits: Exits) -> None:
    anna, ben = await exits.somebody("90.00"), await exits.somebody("0")
    first = (await exits.stop(anna, 48)).json()["stopped"]
    assert (await exits.stop(anna, 1)).json()["stopped"] == first
    clock.set_offset(timedelta(hours=47))
    assert code(await exits.transfer(anna, ben, "1.00")) == "exits_stopped"
    clock.set_offset(timedelta(hours=49))
    assert (await exits.transfer(anna, ben, "1.00")).status_code == 201
    assert (await exits.seen(anna))["stopped"] is None
    for hours in (0, 169, "x"):
        assert code(await exits.stop(anna, hours)) == "invalid_request"  # type: ignore[arg-type]


async def test_who_changed_the_credentials_after_the_stop_cannot_lift_it_at_once(rig: Rig, exits: Exits) -> None:
    anna = await exits.somebody("90.00")
    await exits.stop(anna, None)
    clock.set_offset(timedelta(minutes=5))
    await rig.is_known(anna, credentials_changed_at=clock.now())
    await exits.stop(anna, 1)
    answer = await exits.resume(anna)
    assert (answer.status_code, code(answer)) == (403, "exit_delayed")
    clock.set_offset(timedelta(hours=24, minutes=6))
    assert (await exits.resume(anna)).status_code == 200


async def test_a_stop_is_not_lifted_on_a_device_that_is_new(rig: Rig, exits: Exits) -> None:
    """Who has stolen the password has just signed in with it: they would lift what keeps them out."""
    anna = await exits.somebody("90.00")
    await exits.stop(anna, None)
    thiefs = {"dev": int((clock.now() - timedelta(hours=1)).timestamp())}
    for device in (thiefs, {"dev": 0}):
        answer = await exits.resume(anna, **device)
        assert (answer.status_code, code(answer)) == (403, "exit_delayed")
    told = (await exits.resume(anna, **thiefs)).json()
    assert 22 * 3600 < told["retry_after"] <= 23 * 3600
    assert told["detail"].startswith("A stop is not lifted on a new device")
    clock.set_offset(timedelta(hours=23, minutes=1))
    assert (await exits.resume(anna, **thiefs)).json()["stopped"] is None


async def test_who_has_stopped_their_wallet_is_paid_by_nobody_who_learns_nothing_of_it(
    rig: Rig, bank: Any, exits: Exits
) -> None:
    anna, ben = await exits.somebody("0"), await exits.somebody("90.00")
    await exits.stop(anna)
    order = bank.order(ben, "0.01", seller=anna)
    await rig.deliver(order.placed())
    await rig.deliver(order.placed())
    gone = await exits.somebody("0", status="deactivated")
    await rig.deliver(bank.order(ben, "0.01", seller=gone).placed())
    poor = await exits.somebody("0")
    await rig.deliver(bank.order(poor, "0.01", seller=gone).placed())
    reasons = [event.reason for event in await rig.events(HoldRefused)]
    assert reasons == ["payee_unavailable", "payee_unavailable", "insufficient_funds"]
    assert await bank.balance(ben) == ("90.00", "0.00")
    await exits.resume(anna)
    await exits.purchase(ben, "0.01", seller=anna)
    assert len(await rig.events(HoldPlaced)) == 1


async def test_a_stop_waits_for_what_is_being_posted_and_holds_for_what_comes_after(
    exits: Exits, outsider: Any, somebody_waits: Any
) -> None:
    anna, ben = await exits.somebody("90.00"), await exits.somebody("0")
    async with outsider.transaction():
        await outsider.execute("SELECT FROM accounts WHERE id = $1 FOR UPDATE", account_id(anna, "available", "USD"))
        stopping = asyncio.create_task(exits.stop(anna))
        await somebody_waits()
    assert (await stopping).status_code == 200
    assert code(await exits.transfer(anna, ben, "1.00")) == "exits_stopped"


async def test_nothing_leaves_while_a_dispute_is_open_nor_from_who_is_shut_out(rig: Rig, exits: Exits) -> None:
    anna, ben = await exits.somebody("900.00"), await exits.somebody("0")
    await rig.db.fetch(
        "INSERT INTO disputes (id, payment_id, user_id, currency, amount, charged_back, charged_back_currency, "
        "provider, state, opened_at) VALUES ($1, $1, $2, 'EUR', 1, 1, 'EUR', 'stripe', 'opened', now())",
        new_id(),
        anna,
    )
    carl = await exits.somebody("900.00", status="deactivated")
    for user, reason in [(anna, "dispute_open"), (carl, "account_inactive")]:
        assert code(await exits.transfer(user, ben, "1.00")) == reason
        assert code(await exits.withdraw(user, "10.00")) == reason
        await exits.purchase(user, "1.00")
        await exits.charge(user, "1.00")
        assert [event.reason for event in await rig.events(HoldRefused)][-1] == reason
        assert [event.reason for event in await rig.events(ExitRefused)][-1] == reason


async def test_the_owner_is_told_of_what_is_unusual_once_an_hour_where_it_was_refused(rig: Rig, exits: Exits) -> None:
    anna, ben = await exits.somebody("9000.00"), await exits.somebody("0")
    await exits.transfer(anna, ben, "90.00")
    await exits.transfer(anna, ben, "1500.00")
    await asyncio.gather(*(exits.transfer(anna, ben, "2000.00", **PASSWORD) for _ in range(6)))
    await exits.charge(anna, "30000.00")
    await exits.charge(anna, "30000.00")
    clock.set_offset(timedelta(minutes=61))
    await exits.transfer(anna, ben, "2000.00", **PASSWORD)
    told = [(event.purpose, event.amount.amount, event.reason) for event in await rig.events(ExitNoticed)]
    assert [(purpose, str(amount), reason) for purpose, amount, reason in told] == [
        ("wallet.transfer", "1500.00", None),
        ("wallet.transfer", "2000.00", "second_factor_required"),
        ("payment.charge", "30000.00", "daily_limit_exceeded"),
        ("wallet.transfer", "2000.00", "second_factor_required"),
    ]
    unusual = (await exits.seen(anna))["unusual"]
    assert [each["state"] for each in unusual] == ["refused", "refused", "refused", "allowed"]
    assert unusual[-1]["signs"] == ["new_recipient", "large_amount"]


async def test_a_transfer_sent_again_with_its_key_answers_the_same_whatever_the_policy_says_by_now(
    exits: Exits, bank: Any
) -> None:
    anna, ben = await exits.somebody("9000.00"), await exits.somebody("0")
    body = {"recipient_id": str(ben), "amount": {"amount": "700.00", "currency": "USD"}}

    async def send(amount: str = "700.00", **claims: Any) -> httpx.Response:
        headers = bank.bearer(anna, **claims) | {"Idempotency-Key": f"the-key-of-{amount}"}
        asked = body | {"amount": {"amount": amount, "currency": "USD"}}
        return await bank.rig.request("POST", "/api/v1/wallet/transfer", json=asked, headers=headers)

    first, small = await send(), await send("2.00")
    assert (first.status_code, small.status_code) == (201, 201)
    await exits.stop(anna)
    again = [await send(**STOLEN), await send("2.00", **STOLEN)]
    assert [answer.text for answer in again] == [first.text, small.text]
    assert (await exits.seen(anna))["used"] == "702.00"


async def test_the_statement_and_the_rules_count_alike(rig: Rig, exits: Exits) -> None:
    """What the single statement adds up by the hour, the rules read, and the other way round."""
    anna, ben = await exits.somebody("9000.00"), await exits.somebody("0")
    begun = clock.now()
    for hours in (0, 0, 1, 4, 23, 24, 26, 60):
        clock.set_offset(timedelta(hours=hours))
        await exits.transfer(anna, ben, "3.00")
        await exits.charge(anna, "4.00")
    (row,) = await rig.db.fetch(
        "SELECT exits, exits_hour FROM accounts WHERE id = $1", account_id(anna, "available", "USD")
    )
    assert (row["exits"][0], row["exits_hour"]) == (700, hour(begun + timedelta(hours=60)))
    assert (await exits.seen(anna))["used"] == "7.00"


async def test_what_the_statement_counts_by_the_hour_is_what_the_rules_count(rig: Rig) -> None:
    dice = random.Random(11)
    for _ in range(300):
        counts = [dice.randint(0, 9) for _ in range(dice.randint(0, HOURS))]
        passed = dice.choice([-1, 0, 0, 1, 2, 23, 24, 25, 26, 400_000])
        (row,) = await rig.db.fetch(
            "SELECT exits_added($1, $2, 5) AS added, exits_left($1, $2) AS left", counts, passed
        )
        assert row["added"] == added(shifted(counts, 0, passed), passed, passed, 5)
        if passed >= 0:
            assert row["left"] == sum(shifted(counts, 0, passed))


async def test_who_was_shut_out_and_is_back_sends_in_one_step_again(rig: Rig, exits: Exits) -> None:
    anna, ben = await exits.somebody("90.00"), await exits.somebody("0")
    watched = "SELECT bool_or(watched) AS found FROM accounts WHERE owner_id = $1"
    await rig.is_known(anna, status="deactivated")
    async with rig.db.unit_of_work() as db:
        await open_all(db, wallet_of(anna, "EUR"))
    assert (await rig.db.fetch(watched, anna))[0]["found"]
    assert code(await exits.transfer(anna, ben, "1.00")) == "account_inactive"
    await rig.is_known(anna)
    assert (await exits.transfer(anna, ben, "1.00")).status_code == 201
    assert not (await rig.db.fetch(watched, anna))[0]["found"]


async def test_every_currency_has_its_own_limits(exits: Exits, bank: Any) -> None:
    anna = await exits.somebody("90.00")
    await bank.credit(anna, "90.00", "EUR")
    ben = await exits.somebody("0")
    await bank.credit(ben, "1.00", "EUR")
    for currency in ("USD", "EUR"):
        assert (await bank.transfer(anna, ben, "45.00", currency)).status_code == 201
    used = {each["used"]["currency"]: each["used"]["amount"] for each in (await exits.seen(anna))["limits"]}
    assert used == {"USD": "45.00", "EUR": "45.00", "GBP": "0.00"}
