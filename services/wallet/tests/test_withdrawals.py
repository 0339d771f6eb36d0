"""Money goes out when its owner is well known, administrators agree and the provider has paid."""

import asyncio
import json
from datetime import timedelta
from typing import Any
from uuid import UUID

import httpx
import pytest

from amigok_chassis import clock, transit
from amigok_chassis.ids import new_id
from amigok_chassis.inbox import Reject
from amigok_chassis.metrics import STUCK
from amigok_chassis.testing import Rig
from amigok_contracts import Money
from amigok_contracts.identity import KycApproved
from amigok_contracts.payment import PayoutCompleted, PayoutFailed
from amigok_contracts.wallet import (
    WithdrawalApproved,
    WithdrawalCompleted,
    WithdrawalFailed,
    WithdrawalRejected,
    WithdrawalRequested,
)
from wallet.withdrawals import payouts
from wallet.withdrawals.service import stuck

IBAN = "DE89 3704 0044 0532 0130 00"
BANK = {"method": "bank_transfer", "account": {"holder": "Anna Berg", "iban": IBAN}}
PAYPAL = {"method": "paypal", "account": {"email": "Anna.Berg@Example.com"}}
MFA = ("otp", "pwd", "mfa")


class Desk:
    """What users and administrators do with withdrawals."""

    def __init__(self, rig: Rig, bank: Any) -> None:
        self.rig, self.bank = rig, bank
        self.admin, self.other_admin = new_id(), new_id()

    async def staffed(self) -> "Desk":
        for admin in (self.admin, self.other_admin):
            await self.rig.is_known(admin, role="admin", decides_from=clock.now())
        return self

    async def known(self, amount: str = "500.00") -> UUID:
        """A user with money who has proved who they are."""
        user: UUID = await self.bank.user(amount)
        return await self.rig.is_known(user, kyc="approved")

    async def ask(
        self, user: UUID, amount: str = "100.00", *, proof: Any = None, key: str = "", **more: Any
    ) -> httpx.Response:
        body = {"amount": {"amount": amount, "currency": "USD"}, **BANK, **more}
        headers = self.bank.bearer(user, **(proof or {})) | ({"Idempotency-Key": key} if key else {})
        return await self.rig.request("POST", "/api/v1/wallet/withdraw", json=body, headers=headers)

    async def asked(self, user: UUID, amount: str = "100.00", **more: Any) -> str:
        answer = await self.ask(user, amount, **more)
        assert answer.status_code == 202, answer.text
        return str(answer.json()["id"])

    async def decide(
        self, withdrawal: str, status: str, *, by: UUID | None = None, note: str = "", seen: str = ""
    ) -> httpx.Response:
        """As of the state that it is in, unless another was `seen`."""
        (found,) = await self.rig.db.fetch("SELECT state FROM withdrawals WHERE id = $1", UUID(withdrawal))
        seen = seen or ("approved_once" if found["state"] == "approved_once" else "requested")
        path, body = f"/api/v1/wallet/withdraw/{withdrawal}/status", {"status": status, "note": note, "seen": seen}
        return await self.rig.request("PUT", path, user=by or self.admin, role="admin", json=body)

    async def cancel(self, withdrawal: object, user: UUID) -> httpx.Response:
        return await self.rig.request("POST", f"/api/v1/wallet/withdraw/{withdrawal}/cancel", user=user)

    async def look(self, path: str = "", **params: Any) -> Any:
        answer = await self.rig.request(
            "GET", f"/api/v1/admin/wallet/withdrawals{path}", user=self.admin, role="admin", params=params
        )
        assert answer.status_code == 200, answer.text
        return answer.json()

    async def state(self, user: UUID) -> str:
        """The state of the user's newest."""
        return str((await self.bank.get(user, "/withdraw/requests"))["items"][0]["state"])


@pytest.fixture
async def desk(rig: Rig, bank: Any) -> Desk:
    return await Desk(rig, bank).staffed()


def paid(withdrawal: str, user: UUID, amount: str = "100.00") -> PayoutCompleted:
    money = Money.model_validate({"amount": amount, "currency": "USD"})
    return PayoutCompleted(withdrawal_id=UUID(withdrawal), user_id=user, amount=money, provider="stripe")


def refused(withdrawal: str, user: UUID, amount: str = "100.00") -> PayoutFailed:
    return PayoutFailed(**paid(withdrawal, user, amount).model_dump(), reason="account_closed")


async def test_a_withdrawal_is_held_approved_paid_and_gone(rig: Rig, bank: Any, desk: Desk) -> None:
    anna = await desk.known()
    withdrawal = await desk.asked(anna)
    assert await bank.balance(anna) == ("400.00", "100.00")
    (hold,) = (await bank.get(anna))["holds"]
    assert (hold["purpose"], hold["reference_id"]) == ("wallet.withdrawal", withdrawal)
    answer = await desk.decide(withdrawal, "approved", note="All in order")
    assert (answer.status_code, answer.json()["state"]) == (200, "approved"), answer.text
    (approved,) = await rig.events(WithdrawalApproved)
    async with rig.db.unit_of_work() as db:
        opened = transit.unseal(db.fleet_key, approved.sealed_destination, bound=f"withdrawal {withdrawal}")
    assert json.loads(opened) == {"holder": "Anna Berg", "iban": IBAN.replace(" ", "")}
    await rig.deliver(*[paid(withdrawal, anna)] * 2)
    assert await bank.balance(anna) == ("400.00", "0.00")
    assert [len(await rig.events(kind)) for kind in (WithdrawalRequested, WithdrawalCompleted)] == [1, 1]
    (line,) = (await bank.get(anna, "/transactions", type="withdrawal"))["items"]
    assert (line["held_change"]["amount"], line["reference_id"]) == ("-100.00", withdrawal)
    (own,) = (await bank.get(anna, "/withdraw/requests"))["items"]
    assert (own["state"], own["account"], own["note"]) == ("completed", "…3000", "All in order")
    assert (await bank.prove())["platform"]["stripe:USD"] == {"amount": "100.00", "currency": "USD"}


async def test_a_withdrawal_asked_for_again_tells_how_it_is_now(rig: Rig, bank: Any, desk: Desk) -> None:
    anna = await desk.known()
    first = (await desk.ask(anna, key="one-withdrawal")).json()
    await desk.cancel(first["id"], anna)
    again = await desk.ask(anna, key="one-withdrawal")
    assert (again.status_code, again.json()["id"], again.json()["state"]) == (202, first["id"], "cancelled")
    assert await bank.balance(anna) == ("500.00", "0.00")


async def test_a_payout_that_failed_gives_the_money_back(rig: Rig, bank: Any, desk: Desk) -> None:
    anna = await desk.known()
    withdrawal = await desk.asked(anna, **PAYPAL)
    await desk.decide(withdrawal, "approved")
    await rig.deliver(*[refused(withdrawal, anna)] * 2)
    assert await bank.balance(anna) == ("500.00", "0.00")
    assert [event.reason for event in await rig.events(WithdrawalFailed)] == ["account_closed"]
    with pytest.raises(Reject):
        await rig.deliver(paid(withdrawal, anna))
    await bank.prove()


async def test_a_request_can_be_refused_or_taken_back_and_then_is_over(rig: Rig, bank: Any, desk: Desk) -> None:
    anna = await desk.known()
    rejected, cancelled = await desk.asked(anna), await desk.asked(anna)
    assert (await desk.decide(rejected, "rejected", note="Whose account is this?")).json()["state"] == "rejected"
    assert (await desk.cancel(cancelled, anna)).json()["state"] == "cancelled"
    assert await bank.balance(anna) == ("500.00", "0.00")
    reasons = [event.reason for event in await rig.events(WithdrawalRejected)]
    assert reasons == ["rejected", "cancelled_by_user"]
    for withdrawal in (rejected, cancelled):
        for answer in (await desk.decide(withdrawal, "approved"), await desk.cancel(withdrawal, anna)):
            assert (answer.status_code, answer.json()["code"]) == (409, "withdrawal_closed")
        with pytest.raises(Reject):
            await rig.deliver(paid(withdrawal, anna))
    await bank.prove()


async def test_what_is_approved_cannot_be_taken_back(bank: Any, desk: Desk) -> None:
    anna = await desk.known()
    withdrawal = await desk.asked(anna)
    await desk.decide(withdrawal, "approved")
    for answer in (await desk.cancel(withdrawal, anna), await desk.decide(withdrawal, "rejected")):
        assert (answer.status_code, answer.json()["code"]) == (409, "withdrawal_closed")


async def test_a_large_withdrawal_needs_two_administrators(rig: Rig, bank: Any, desk: Desk) -> None:
    anna = await desk.known("9000.00")
    just_small, large = await desk.asked(anna, "1000.00"), await desk.asked(anna, "0010.00")
    assert (await desk.decide(just_small, "approved")).json()["state"] == "approved"
    assert (await desk.look(f"/{large}"))["approvals_needed"] == 2
    assert (await desk.decide(large, "approved")).json()["state"] == "approved_once"
    again = await desk.decide(large, "approved")
    assert (again.status_code, again.json()["code"]) == (409, "second_administrator_required")
    assert len(await rig.events(WithdrawalApproved)) == 1
    assert (await desk.decide(large, "approved", by=desk.other_admin)).json()["state"] == "approved"
    assert len(await rig.events(WithdrawalApproved)) == 2
    undecided = await desk.asked(anna, "2000.00")
    await desk.decide(undecided, "approved")
    assert (await desk.decide(undecided, "rejected")).json()["state"] == "rejected"
    taken_back = await desk.asked(anna, "2000.00")
    await desk.decide(taken_back, "approved")
    assert (await desk.cancel(taken_back, anna)).json()["state"] == "cancelled"
    await bank.prove()


async def test_many_small_withdrawals_of_a_day_are_a_large_one(bank: Any, desk: Desk) -> None:
    anna = await desk.known("9000.00")
    parts = [await desk.asked(anna, "400.00") for _ in range(4)]
    answers = [(await desk.decide(part, "approved")).json()["state"] for part in parts]
    assert answers == ["approved", "approved", "approved_once", "approved_once"]
    clock.set_offset(timedelta(hours=25))
    assert (await desk.decide(await desk.asked(anna, "400.00"), "approved")).json()["state"] == "approved"


async def test_nobody_approves_what_the_user_could_not_ask_for_now(rig: Rig, bank: Any, desk: Desk) -> None:
    """News of a change of credentials may come after a thief's request."""
    anna = await desk.known()
    withdrawal = await desk.asked(anna)
    await rig.is_known(anna, kyc="approved", credentials_changed_at=clock.now())
    answer = await desk.decide(withdrawal, "approved")
    assert (answer.status_code, answer.json()["code"]) == (403, "cool_down")
    assert (await desk.look(f"/{withdrawal}"))["credentials_changed_at"] is not None
    assert (await desk.decide(withdrawal, "rejected")).status_code == 200
    assert await bank.balance(anna) == ("500.00", "0.00")


async def test_who_decided_and_who_looked_is_in_the_audit_log(rig: Rig, desk: Desk) -> None:
    anna = await desk.known("9000.00")
    withdrawal = await desk.asked(anna, "2000.00")
    await desk.look(f"/{withdrawal}")
    await desk.decide(withdrawal, "approved", note="Anna called")
    await desk.decide(withdrawal, "rejected", by=desk.other_admin, note="Anna did not call")
    answer = await rig.request(
        "GET", "/api/v1/admin/wallet/audit-log", user=desk.admin, role="admin", params={"subject_id": str(anna)}
    )
    told = [(each["action"], each["actor_id"], each["after"].get("state")) for each in reversed(answer.json()["items"])]
    assert told[-3:] == [
        ("withdrawal.viewed", str(desk.admin), None),
        ("withdrawal.decided", str(desk.admin), "approved_once"),
        ("withdrawal.decided", str(desk.other_admin), "rejected"),
    ]
    assert "called" not in answer.text
    assert "3000" not in answer.text


async def test_one_administrator_is_not_two_however_fast(rig: Rig, bank: Any, desk: Desk) -> None:
    anna = await desk.known("9000.00")
    withdrawal = await desk.asked(anna, "5000.00")
    answers = await asyncio.gather(*(desk.decide(withdrawal, "approved") for _ in range(8)))
    assert sorted(answer.status_code for answer in answers) == [200] + [409] * 7
    assert await desk.state(anna) == "approved_once"


async def test_nobody_decides_on_their_own(bank: Any, desk: Desk) -> None:
    anna = await desk.known()
    withdrawal = await desk.asked(anna)
    for status in ("approved", "rejected"):
        answer = await desk.decide(withdrawal, status, by=anna)
        assert (answer.status_code, answer.json()["code"]) == (403, "own_withdrawal")


async def test_deciding_and_taking_back_at_once_do_one_of_them(rig: Rig, bank: Any, desk: Desk) -> None:
    anna = await desk.known("900.00")
    for _ in range(6):
        withdrawal = await desk.asked(anna, "10.00")
        answers = await asyncio.gather(
            desk.cancel(withdrawal, anna), desk.decide(withdrawal, "approved"), desk.decide(withdrawal, "rejected")
        )
        assert sorted(answer.status_code for answer in answers) == [200, 409, 409]
    await bank.prove()


async def test_a_withdrawal_needs_a_fresh_second_factor(desk: Desk) -> None:
    anna = await desk.known()
    for proof, code in [
        ({"amr": ("pwd",)}, "second_factor_required"),
        ({"amr": MFA, "authenticated": timedelta(minutes=11)}, "step_up_required"),
    ]:
        answer = await desk.ask(anna, proof=proof)
        assert (answer.status_code, answer.json()["code"]) == (403, code)


async def test_only_who_is_known_withdraws_whatever_order_the_news_comes_in(rig: Rig, bank: Any, desk: Desk) -> None:
    anna = await bank.user("500.00")

    approved = bank.standing(anna, kyc="approved")
    pending, rejected = bank.standing(anna, kyc="pending"), bank.standing(anna, kyc="rejected")
    assert (await desk.ask(anna)).json()["code"] == "kyc_required"
    await rig.deliver(pending, approved)
    assert (await desk.ask(anna)).json()["code"] == "kyc_required"
    await rig.deliver(rejected, pending)
    assert (await desk.ask(anna)).json()["code"] == "kyc_required"
    await rig.deliver(bank.standing(anna, kyc="approved"), rejected)
    assert (await desk.ask(anna)).status_code == 202


async def test_after_a_change_of_credentials_withdrawals_wait_a_day(rig: Rig, desk: Desk) -> None:
    anna = await desk.known()
    await rig.is_known(anna, kyc="approved", credentials_changed_at=clock.now() - timedelta(hours=1))
    answer = await desk.ask(anna)
    assert (answer.status_code, answer.json()["code"]) == (403, "cool_down")
    assert 22 * 3600 < int(answer.headers["Retry-After"]) <= 23 * 3600
    clock.set_offset(timedelta(hours=23, minutes=1))
    assert (await desk.ask(anna)).status_code == 202


async def test_the_daily_limit_holds_for_requests_at_once_and_rolls_on(rig: Rig, bank: Any, desk: Desk) -> None:
    anna = await desk.known("90000.00")
    answers = await asyncio.gather(*(desk.ask(anna, "6000.00") for _ in range(8)))
    assert sorted(answer.status_code for answer in answers) == [202] * 3 + [409] * 5
    assert {answer.json()["code"] for answer in answers if answer.status_code == 409} == {"daily_limit_exceeded"}
    given_back = next(answer.json()["id"] for answer in answers if answer.status_code == 202)
    await desk.cancel(given_back, anna)
    assert (await desk.ask(anna, "8000.00")).status_code == 202
    assert (await desk.ask(anna, "10.00")).status_code == 409
    clock.set_offset(timedelta(hours=25))
    assert (await desk.ask(anna, "20000.00")).status_code == 202
    await bank.prove()


async def test_withdrawals_at_once_never_take_more_than_there_is(bank: Any, desk: Desk) -> None:
    anna = await desk.known("100.00")
    answers = await asyncio.gather(*(desk.ask(anna, "30.00") for _ in range(8)))
    assert sorted(answer.status_code for answer in answers) == [202] * 3 + [409] * 5
    assert await bank.balance(anna) == ("10.00", "90.00")
    await bank.prove()


@pytest.mark.parametrize(
    ("change", "status", "code"),
    [
        ({"amount": "9.99"}, 422, "amount_out_of_bounds"),
        ({"amount": "-20.00"}, 422, "amount_out_of_bounds"),
        ({"amount": "500.01"}, 409, "insufficient_funds"),
        ({"method": "paypal"}, 422, "invalid_request"),
        ({"method": "card"}, 422, "invalid_request"),
        ({"account": {"holder": "Anna", "iban": "DE89370400440532013001"}}, 422, "invalid_request"),
        ({"account": {"holder": "Anna", "iban": "é" * 40}}, 422, "invalid_request"),
        ({"account": {"holder": "Anna", "iban": IBAN, "bic": "NONSENSE1"}}, 422, "invalid_request"),
        ({"account": {"holder": "A\x1b[2J", "iban": IBAN}}, 422, "invalid_request"),
        ({"account": {"holder": "Anna", "iban": IBAN, "more": 1}}, 422, "invalid_request"),
        ({"method": "paypal", "account": {"email": "nobody"}}, 422, "invalid_request"),
    ],
)
async def test_withdrawals_that_make_no_sense_are_refused(desk: Desk, change: Any, status: int, code: str) -> None:
    anna = await desk.known()
    answer = await desk.ask(anna, **change)
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert "3704" not in answer.text


async def test_an_account_may_be_at_a_bank_that_no_list_knows_and_be_written_in_any_way(desk: Desk) -> None:
    anna = await desk.known()
    account = {"holder": " Åse Ö'Neill ", "iban": "be68 5390-0754-7034", "bic": "gkccbebb"}
    withdrawal = await desk.asked(anna, account=account)
    assert (await desk.look(f"/{withdrawal}"))["destination"] == {
        "holder": "Åse Ö'Neill",
        "iban": "BE68539007547034",
        "bic": "GKCCBEBB",
    }


async def test_where_the_money_goes_lies_sealed_and_is_whole_only_for_who_decides(
    rig: Rig, bank: Any, desk: Desk
) -> None:
    anna, ben = await desk.known(), await desk.known()
    bank_id, paypal_id = await desk.asked(anna), await desk.asked(anna, **PAYPAL)
    own = (await bank.get(anna, "/withdraw/requests"))["items"]
    assert [each["account"] for each in own] == ["a…@example.com", "…3000"]
    assert (await desk.look(f"/{bank_id}"))["destination"]["iban"] == IBAN.replace(" ", "")
    assert (await desk.look(f"/{paypal_id}"))["destination"] == {"email": "anna.berg@example.com"}
    assert [each["account"] for each in (await desk.look())["items"]] == ["…3000", "a…@example.com"]
    assert (await desk.look(status="approved"))["items"] == []
    assert (await bank.get(ben, "/withdraw/requests"))["items"] == []
    assert (await desk.cancel(bank_id, ben)).status_code == (await desk.cancel(new_id(), ben)).status_code == 404
    for table in ("withdrawals", "idempotency_keys", "outbox"):
        kept = str(await rig.db.fetch(f"SELECT * FROM {table}"))
        assert "37040044" not in kept, table
        assert "Berg" not in kept, table


async def test_a_deleted_person_is_forgotten_when_nothing_is_under_way_any_more(
    rig: Rig, bank: Any, desk: Desk
) -> None:
    anna = await desk.known()
    ended, waiting, under_way = await desk.asked(anna), await desk.asked(anna), await desk.asked(anna)
    await desk.cancel(ended, anna)
    await desk.decide(under_way, "approved")
    await rig.deliver(bank.standing(anna, status="deleted"))
    assert [(await desk.look(f"/{each}"))["destination"] for each in (ended, waiting)] == [None, None]
    assert (await desk.look(f"/{waiting}"))["state"] == "cancelled"
    assert (await desk.look(f"/{under_way}"))["destination"] is not None
    assert await bank.balance(anna) == ("400.00", "100.00")
    await rig.deliver(paid(under_way, anna))
    assert (await desk.look(f"/{under_way}"))["destination"] is None
    await bank.prove()


async def test_where_money_went_is_forgotten_even_when_it_arrives_while_its_owner_is_deleted(
    rig: Rig, desk: Desk
) -> None:
    """Neither may miss what the other is about to commit."""
    anna = await desk.known()
    withdrawal = await desk.asked(anna)
    await desk.decide(withdrawal, "approved")
    gone = desk.bank.standing(anna, status="deleted")
    async with rig.db.unit_of_work() as db:
        await payouts.complete(db, withdrawal_id=UUID(withdrawal), user_id=anna, provider="stripe")
        await db.flush()
        deletion = asyncio.create_task(rig.deliver(gone))
        await asyncio.wait({deletion}, timeout=0.5)
    await deletion
    assert (await desk.look(f"/{withdrawal}"))["destination"] is None


async def test_what_waits_too_long_counts_as_stuck(rig: Rig, desk: Desk) -> None:
    async def waiting(days: int) -> int:
        clock.set_offset(timedelta(days=days))
        async with rig.db.unit_of_work() as db:
            return await stuck(db)

    anna = await desk.known()
    await desk.asked(anna)
    approved = await desk.asked(anna)
    await desk.decide(approved, "approved")
    assert [await waiting(days) for days in (2, 4, 8)] == [0, 1, 2]
    assert STUCK in rig.service.gauges


async def test_the_database_itself_refuses_what_the_rules_forbid(rig: Rig, desk: Desk) -> None:
    anna = await desk.known()
    withdrawal = await desk.asked(anna)
    for change, constraint in [
        ("state = 'approved', decided_by = user_id, decided_at = now()", "not_ones_own"),
        ("first_approved_by = '{0}', decided_by = '{0}', state = 'approved'", "four_eyes"),
        ("state = 'approved_once'", "approved_once"),
        ("approvals_needed = 2, state = 'approved', decided_by = '{0}', decided_at = now()", "approved_once"),
        ("state = 'completed', ended_at = now()", "decided"),
        ("state = 'cancelled'", "ended"),
        ("sealed = NULL", "ended"),
    ]:
        with pytest.raises(Exception, match=f"withdrawals_{constraint}_check"):
            await rig.db.fetch(f"UPDATE withdrawals SET {change.format(new_id())} WHERE id = $1", UUID(withdrawal))


def proved(rig: Rig, user: UUID, name: str, *, version: int) -> KycApproved:
    sealed = transit.seal(rig.db.fleet_key, name, bound=f"kyc name {user}")
    return KycApproved(user_id=user, submission_id=new_id(), aggregate_version=version, sealed_name=sealed)


async def test_whoever_decides_sees_the_name_that_was_proved_until_the_person_is_deleted(rig: Rig, desk: Desk) -> None:
    user = await desk.known()
    newer, older = proved(rig, user, "Ada Lovelace", version=2), proved(rig, user, "Ada Byron", version=1)
    await rig.deliver(newer, older)
    path = f"/api/v1/admin/wallet/withdrawals/{(await desk.ask(user)).json()['id']}"
    shown = (await rig.request("GET", path, user=desk.admin, role="admin")).json()
    assert shown["kyc_name"] == "Ada Lovelace"
    assert b"Ada" not in (await rig.db.fetch("SELECT sealed FROM kyc_names"))[0]["sealed"]
    await rig.deliver(desk.bank.standing(user, status="deleted", aggregate_version=2**31 - 1))
    await rig.deliver(proved(rig, user, "Ada Lovelace", version=3))
    assert await rig.db.fetch("SELECT FROM kyc_names") == []
