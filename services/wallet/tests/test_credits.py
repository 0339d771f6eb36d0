"""Wallets open, and money comes in or is corrected as two administrators want it."""

import asyncio
from collections import Counter
from datetime import timedelta
from typing import Any
from uuid import UUID

import httpx
import pytest

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.testing import Rig, token
from amigok_contracts.identity import UserEmailVerified
from amigok_contracts.wallet import AccountCorrected, AccountCredited, AccountOpened


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


class Desk:
    """What administrators propose and decide."""

    def __init__(self, rig: Rig, admin: UUID) -> None:
        self.rig, self.admin = rig, admin

    async def credit(self, user: UUID, amount: str, *, key: str = "", **more: Any) -> httpx.Response:
        return await self._propose("credits", user, amount, "USD", key=key, **more)

    async def correct(
        self, user: UUID, direction: str, amount: str, currency: str = "USD", **more: Any
    ) -> httpx.Response:
        return await self._propose("corrections", user, amount, currency, direction=direction, **more)

    async def decide(self, proposed: httpx.Response, *, by: UUID) -> httpx.Response:
        path = f"/api/v1/admin/wallet/proposals/{proposed.json()['id']}/decision"
        return await self.rig.request("PUT", path, user=by, role="admin", json={"decision": "approved"})

    async def proposal(self, proposed: httpx.Response) -> Any:
        path = f"/api/v1/admin/wallet/proposals/{proposed.json()['id']}"
        return (await self.rig.request("GET", path, user=self.admin, role="admin")).json()

    async def _propose(
        self, what: str, user: UUID, amount: str, currency: str, *, key: str = "", by: UUID | None = None, **more: Any
    ) -> httpx.Response:
        money = {"amount": amount, "currency": currency}
        body = {"user_id": str(user), "amount": money, "reason": "opening", **more}
        headers = {"Idempotency-Key": key} if key else {}
        path = f"/api/v1/admin/wallet/{what}"
        return await self.rig.request("POST", path, user=by or self.admin, role="admin", json=body, headers=headers)


@pytest.fixture
async def desk(rig: Rig) -> Desk:
    return Desk(rig, await rig.administrator())


def code(answer: httpx.Response) -> str:
    return str(answer.json().get("code", ""))


async def test_a_credit_is_proposed_by_one_and_decided_by_another(rig: Rig, bank: Any, desk: Desk) -> None:
    anna = await bank.user()
    proposed = await desk.credit(anna, "250.00", reason="to Anna Kaya")
    assert await bank.balance(anna) == ("0.00", "0.00")
    assert (await rig.decided(proposed)).json()["state"] == "approved"
    assert await bank.balance(anna) == ("250.00", "0.00")
    assert (await bank.prove())["platform"] == {"external:USD": {"amount": "-250.00", "currency": "USD"}}
    (event,) = await rig.events(AccountCredited)
    assert str(event.credited_by) == (await desk.proposal(proposed))["decided_by"]
    assert "Kaya" not in event.model_dump_json()


async def test_nobody_credits_themselves_or_decides_what_they_proposed(rig: Rig, bank: Any, desk: Desk) -> None:
    own = await bank.user()
    await rig.is_known(own, role="admin", decides_from=clock.now())
    assert code(await desk.credit(own, "9.00", by=own)) == "own_behalf"
    anna = await bank.user()
    proposed = await desk.credit(anna, "9.00")
    assert code(await desk.decide(proposed, by=desk.admin)) == "own_proposal"
    fresh = await rig.is_known(new_id(), role="admin", decides_from=clock.now() + timedelta(hours=1))
    assert code(await desk.decide(proposed, by=fresh)) == "decision_does_not_count"
    for_own = await desk.credit(own, "9.00")
    assert code(await desk.decide(for_own, by=own)) == "own_behalf"
    await rig.is_known(desk.admin, role="investor")
    assert code(await desk.decide(proposed, by=await rig.administrator())) == "proposer_gone"
    assert await bank.balance(anna) == ("0.00", "0.00")


async def test_what_was_proposed_once_answers_how_it_is_now_when_it_is_sent_again(
    rig: Rig, bank: Any, desk: Desk
) -> None:
    anna = await bank.user()
    first = await desk.credit(anna, "9.00", key="only-once")
    await rig.decided(first)
    again = await desk.credit(anna, "9.00", key="only-once")
    assert (again.status_code, again.json()["id"], again.json()["state"]) == (202, first.json()["id"], "approved")
    assert await bank.balance(anna) == ("9.00", "0.00")


async def test_a_credit_wants_a_fresh_proof(rig: Rig, bank: Any, desk: Desk) -> None:
    anna = await bank.user()
    old = {"Authorization": f"Bearer {token(desk.admin, 'admin', authenticated=timedelta(minutes=11))}"}
    body = {"user_id": str(anna), "amount": {"amount": "9.00", "currency": "USD"}, "reason": "please"}
    for path in ("credits", "corrections"):
        answer = await rig.request("POST", f"/api/v1/admin/wallet/{path}", json=body, headers=old)
        assert (answer.status_code, code(answer)) == (403, "step_up_required")


async def test_a_credit_decided_many_times_at_once_is_one(rig: Rig, bank: Any, desk: Desk) -> None:
    anna, others = await bank.user(), [await rig.administrator() for _ in range(6)]
    proposed = await desk.credit(anna, "9.00")
    answers = await asyncio.gather(*(desk.decide(proposed, by=other) for other in others))
    assert Counter(answer.status_code for answer in answers) == {200: 1, 409: 5}
    assert await bank.balance(anna) == ("9.00", "0.00")


async def test_the_audit_log_has_every_credit_once_with_what_was_there_before(rig: Rig, bank: Any, desk: Desk) -> None:
    anna = await bank.user("250.00")
    decided = await rig.decided(await desk.credit(anna, "9.50"))
    told = await rig.told()
    assert [each["action"] for each in told][-3:] == [
        "account.credit.proposed",
        "account.credit.approved",
        "account.credited",
    ]
    credited = [each for each in told if each["action"] == "account.credited"][-1]
    assert (credited["actor_id"], credited["subject_id"]) == (decided.json()["decided_by"], str(anna))
    assert (credited["before"], credited["after"]["available"]) == ({"available": "250.00 USD"}, "259.50 USD")


async def test_credits_and_transfers_at_once_make_one_log(rig: Rig, bank: Any) -> None:
    anna, ben = await bank.user("50.00"), await bank.user("50.00")
    answers = await asyncio.gather(
        *(bank.credit((anna, ben)[number % 2], "1.00") for number in range(30)),
        *(bank.transfer(*((anna, ben) if number % 2 else (ben, anna)), "0.10") for number in range(30)),
    )
    assert {answer.status_code for answer in answers if answer is not None} == {201}
    assert len(await rig.told()) == 32
    await bank.prove()


async def test_only_administrators_credit_correct_and_reconcile(rig: Rig, bank: Any) -> None:
    anna = await bank.user()
    body = {"user_id": str(anna), "amount": {"amount": "9.00", "currency": "USD"}, "reason": "please"}
    for method, path in [
        ("POST", "/api/v1/admin/wallet/credits"),
        ("POST", "/api/v1/admin/wallet/corrections"),
        ("GET", "/api/v1/admin/wallet/reconciliation"),
        ("GET", "/api/v1/admin/wallet/unclaimed"),
    ]:
        answer = await rig.request(method, path, user=anna, json=body)
        assert (answer.status_code, answer.json()["code"]) == (403, "forbidden")
        answer = await rig.request(method, path, json=body)
        assert (answer.status_code, answer.json()["code"]) == (401, "unauthenticated")


async def test_money_in_another_currency_opens_accounts_for_it(rig: Rig, bank: Any) -> None:
    anna = await bank.user("10.00")
    await asyncio.gather(*(bank.credit(anna, "5.00", "EUR") for _ in range(5)))
    assert await bank.balance(anna, "EUR") == ("25.00", "0.00")
    assert await bank.balance(anna, "USD") == ("10.00", "0.00")
    assert [event.currency for event in await rig.events(AccountOpened)] == ["USD", "EUR"]
    await bank.prove()


async def test_nobody_is_credited_who_has_no_wallet_or_is_shut_out(rig: Rig, bank: Any, desk: Desk) -> None:
    assert code(await desk.credit(new_id(), "5.00")) == "wallet_missing"
    anna = await bank.user()
    proposed = await desk.credit(anna, "5.00")
    await rig.is_known(anna, status="deactivated")
    assert code(await rig.decided(proposed)) == "account_inactive"
    assert code(await desk.credit(anna, "5.00")) == "account_inactive"
    assert (await bank.prove())["transfers"] == 0


async def test_a_balance_stays_below_what_can_be_said(rig: Rig, bank: Any, desk: Desk) -> None:
    most = "9999999999999.99"
    rich, ben = await bank.user(most), await bank.user(most)
    refused = [await rig.decided(await desk.credit(rich, "0.01")), await bank.transfer(ben, rich, "0.01")]
    assert [(each.status_code, code(each)) for each in refused] == [
        (409, "balance_too_large"),
        (404, "recipient_not_found"),
    ]
    assert await bank.balance(rich) == (most, "0.00")
    assert (await bank.prove())["platform"]["external:USD"]["amount"] == "-19999999999999.98"


async def test_proposals_at_once_with_one_key_are_one(rig: Rig, bank: Any, desk: Desk) -> None:
    anna = await bank.user()
    answers = await asyncio.gather(*(desk.credit(anna, "9.00", key="only-once") for _ in range(8)))
    assert ({answer.status_code for answer in answers}, len({answer.json()["id"] for answer in answers})) == ({202}, 1)
    assert code(await desk.credit(anna, "9.01", key="only-once")) == "idempotency_key_reused"


@pytest.mark.parametrize("reason", ["  ", "a", "x" * 201, "a\x00bc", "tty \x1b[31m", "two\nlines", "a\x85bc"])
async def test_a_reason_is_one_line_that_says_something(bank: Any, desk: Desk, reason: str) -> None:
    answer = await desk.credit(await bank.user(), "1.00", reason=reason)
    assert (answer.status_code, code(answer)) == (422, "invalid_request")


async def test_a_correction_takes_or_gives_and_never_more_than_there_is(rig: Rig, bank: Any, desk: Desk) -> None:
    anna = await bank.user("30.00")
    (wrong,) = (await bank.get(anna, "/transactions"))["items"]
    taken = await rig.decided(await desk.correct(anna, "debit", "20.00", corrects=wrong["transfer_id"]))
    assert taken.status_code == 200, taken.text
    given = await rig.decided(await desk.correct(anna, "credit", "5.00", "EUR"))
    assert given.status_code == 200, given.text
    assert [await bank.balance(anna, currency) for currency in ("USD", "EUR")] == [("10.00", "0.00"), ("5.00", "0.00")]
    too_much = await rig.decided(await desk.correct(anna, "debit", "10.01"))
    assert (too_much.status_code, code(too_much)) == (409, "insufficient_funds")
    assert await bank.balance(anna) == ("10.00", "0.00")
    events = [(event.direction, str(event.amount), event.corrects) for event in await rig.events(AccountCorrected)]
    assert events == [("debit", "20.00 USD", UUID(wrong["transfer_id"])), ("credit", "5.00 EUR", None)]
    lines = (await bank.get(anna, "/transactions", type="correction"))["items"]
    assert [line["description"] for line in lines] == ["", ""]
    await bank.prove()


async def test_a_correction_names_a_transfer_of_that_user_or_none(bank: Any, desk: Desk) -> None:
    anna, ben = await bank.user("30.00"), await bank.user("30.00")
    (others,) = (await bank.get(ben, "/transactions"))["items"]
    for corrects in (others["transfer_id"], str(new_id())):
        answer = await desk.correct(anna, "debit", "1.00", corrects=corrects)
        assert (answer.status_code, code(answer)) == (404, "transfer_not_found")
    assert code(await desk.correct(anna, "debit", "0.00")) == "amount_not_positive"
    assert code(await desk.correct(anna, "sideways", "1.00")) == "invalid_request"
