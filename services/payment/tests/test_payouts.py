"""Stripe's double pays out approved withdrawals, once, whatever happens on the way."""

import asyncio
from collections.abc import Sequence
from datetime import timedelta
from itertools import permutations
from typing import Any
from uuid import UUID

import pytest

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.inbox import Reject
from amigok_chassis.testing import Rig
from amigok_contracts.payment import PayoutCompleted, PayoutFailed, PayoutPaidAfterAll, PayoutReturned
from amigok_contracts.wallet import WithdrawalApproved
from payment.payouts import service as payouts
from payment.providers.protocol import Observation
from services.payment.tests.conftest import Charged, Double, approved, make_due, process_webhooks, webhook_processed


async def row(rig: Rig, id: UUID) -> Any:
    [found] = await rig.db.fetch("SELECT * FROM payouts WHERE id = $1", id)
    return found


async def there(stripe: Double) -> list[Any]:
    answer = await stripe.http.get("/v1/payouts", headers={"authorization": "Bearer sk_test_12345"})
    return list(answer.json()["data"])


async def later(rig: Rig) -> None:
    await make_due(rig, "payouts")
    await rig.run_task("poll_payout")


async def test_a_withdrawal_is_paid_out_once_and_where_to_is_forgotten(rig: Rig, stripe: Double) -> None:
    asked = approved()
    await rig.deliver(asked, asked)
    assert b"DE02" not in (await row(rig, asked.withdrawal_id))["destination"]
    await asyncio.gather(*(rig.run_task("poll_payout") for _ in range(4)))
    [payout] = await there(stripe)
    assert (payout["amount"], payout["currency"]) == (5_000, "eur")
    assert (await row(rig, asked.withdrawal_id))["state"] == "processing"
    await stripe.control(f"payouts/{payout['id']}/close", status="paid")
    for _ in range(2):
        await later(rig)
    await rig.deliver(asked)
    ended = await row(rig, asked.withdrawal_id)
    assert (ended["state"], ended["destination"], ended["reference"]) == ("completed", None, payout["id"])
    [said] = await rig.events(PayoutCompleted)
    assert (said.withdrawal_id, said.user_id, said.amount) == (asked.withdrawal_id, asked.user_id, asked.amount)
    assert len(await there(stripe)) == 1


async def test_a_payout_that_bounces_fails_with_a_reason(rig: Rig, stripe: Double) -> None:
    asked = approved()
    await rig.deliver(asked)
    await rig.run_task("poll_payout")
    [payout] = await there(stripe)
    await stripe.control(f"payouts/{payout['id']}/close", status="failed")
    await later(rig)
    [said] = await rig.events(PayoutFailed)
    assert (said.withdrawal_id, said.reason) == (asked.withdrawal_id, "account_closed")


@pytest.mark.parametrize("work", [True, False])
async def test_what_is_not_known_is_asked_again_and_paid_out_once(rig: Rig, stripe: Double, work: bool) -> None:
    await stripe.control("faults", method="POST", path="/v1/payouts", work=work, answer="reset")
    asked = approved()
    await rig.deliver(asked)
    await rig.run_task("poll_payout")
    assert (await row(rig, asked.withdrawal_id))["state"] == "unknown"
    await later(rig)
    assert (await row(rig, asked.withdrawal_id))["state"] == "processing"
    assert len(await there(stripe)) == 1


async def test_who_dies_between_the_call_and_the_commit_asks_for_the_same_payout(rig: Rig, stripe: Double) -> None:
    asked = approved()
    await rig.deliver(asked)
    await rig.run_task("poll_payout")
    await rig.db.fetch("UPDATE payouts SET state = 'requested', reference = NULL")
    await later(rig)
    assert (await row(rig, asked.withdrawal_id))["state"] == "processing"
    assert len(await there(stripe)) == 1


@pytest.mark.parametrize(("work", "state"), [(True, "processing"), (False, "failed")])
async def test_a_payout_whose_key_is_forgotten_is_looked_for_and_not_made_anew(
    rig: Rig, stripe: Double, work: bool, state: str
) -> None:
    await stripe.control("faults", method="POST", path="/v1/payouts", work=work, answer="reset")
    asked = approved()
    await rig.deliver(asked)
    await rig.run_task("poll_payout")
    assert (await row(rig, asked.withdrawal_id))["state"] == "unknown"
    clock.set_offset(timedelta(hours=21))
    await rig.run_task("poll_payout")
    found = await row(rig, asked.withdrawal_id)
    assert (found["state"], bool(found["reference"])) == (state, work)
    assert len(await there(stripe)) == work
    assert [each.reason for each in await rig.events(PayoutFailed)] == ([] if work else ["payout_not_made"])


async def test_two_administrators_close_a_payout_that_nobody_tells_of(rig: Rig, stripe: Double) -> None:
    await stripe.control("faults", method="POST", path="/v1/payouts", work=False, answer="reset")
    asked = approved()
    await rig.deliver(asked)
    await rig.run_task("poll_payout")

    async def propose(by: UUID) -> Any:
        path = f"/api/v1/admin/payments/payouts/{asked.withdrawal_id}/settlement"
        body = {"outcome": "failed", "reason": "The bank has not seen it"}
        return await rig.request("POST", path, user=by, role="admin", json=body)

    assert (await propose(await rig.administrator())).json()["code"] == "payout_under_way"
    clock.set_offset(timedelta(hours=2))
    own = await rig.is_known(asked.user_id, role="admin", decides_from=clock.now())
    assert (await propose(own)).json()["code"] == "own_behalf"
    assert (await rig.decided(await propose(await rig.administrator()))).status_code == 200
    [told] = await rig.events(PayoutFailed)
    assert (told.withdrawal_id, told.reason) == (asked.withdrawal_id, "not_paid_out")
    assert (await propose(await rig.administrator())).json()["code"] == "payout_under_way"


async def test_a_payout_that_comes_back_after_it_arrived_is_booked_back_and_shown(rig: Rig, stripe: Double) -> None:
    asked = approved()
    await rig.deliver(asked)
    await rig.run_task("poll_payout")
    for status in ("paid", "failed"):
        await stripe.control(f"payouts/{asked.withdrawal_id}/close", status=status)
        await webhook_processed(rig, f"payout.{status}")
    await process_webhooks(rig)
    [told] = await rig.events(PayoutReturned)
    assert (told.withdrawal_id, told.reason) == (asked.withdrawal_id, "account_closed")
    assert (len(await rig.events(PayoutCompleted)), await rig.events(PayoutFailed)) == (1, [])
    path = "/api/v1/admin/payments/payouts?state=returned"
    [shown] = (await rig.request("GET", path, user=new_id(), role="admin")).json()["items"]
    assert (shown["id"], shown["reason"]) == (str(asked.withdrawal_id), "account_closed")


async def failed_by_people(rig: Rig, stripe: Double) -> WithdrawalApproved:
    """A payout that administrators ended as failed while Stripe was working on it."""
    asked = approved()
    await rig.deliver(asked)
    await rig.run_task("poll_payout")
    clock.set_offset(timedelta(days=8))
    path = f"/api/v1/admin/payments/payouts/{asked.withdrawal_id}/settlement"
    body = {"outcome": "failed", "reason": "The bank has not seen it"}
    proposed = await rig.request("POST", path, user=await rig.administrator(), role="admin", json=body)
    assert (await rig.decided(proposed)).status_code == 200
    return asked


@pytest.mark.parametrize("times", [1, 3])
async def test_a_payout_that_counted_as_failed_and_was_paid_is_told_of_once_and_shown(
    rig: Rig, stripe: Double, times: int
) -> None:
    asked = await failed_by_people(rig, stripe)
    await stripe.control(f"payouts/{asked.withdrawal_id}/close", status="paid")
    reference = (await row(rig, asked.withdrawal_id))["reference"]
    for _ in range(times):
        await seen(rig, Observation(reference, "completed", 5_000, "EUR"), our_id=asked.withdrawal_id)
        await rig.run_task("poll_payout")
    [told] = await rig.events(PayoutPaidAfterAll)
    assert (told.withdrawal_id, told.user_id, told.amount) == (asked.withdrawal_id, asked.user_id, asked.amount)
    assert (len(await rig.events(PayoutFailed)), await rig.events(PayoutCompleted)) == (1, [])
    path = "/api/v1/admin/payments/payouts?state=paid_after_all"
    [shown] = (await rig.request("GET", path, user=new_id(), role="admin")).json()["items"]
    assert (shown["id"], shown["reason"]) == (str(asked.withdrawal_id), None)
    assert (await row(rig, asked.withdrawal_id))["due_at"] is None


async def test_a_webhook_that_comes_late_does_not_undo_a_failure(rig: Rig, stripe: Double) -> None:
    """It was paid and came back, and the second webhook arrives first."""
    asked = approved()
    await rig.deliver(asked)
    await rig.run_task("poll_payout")
    await stripe.control(f"payouts/{asked.withdrawal_id}/close", status="failed")
    reference = (await row(rig, asked.withdrawal_id))["reference"]
    for state in ("failed", "completed"):
        await seen(rig, Observation(reference, state, 5_000, "EUR"), our_id=asked.withdrawal_id)
    assert (await row(rig, asked.withdrawal_id))["due_at"] is not None
    await rig.run_task("poll_payout")
    found = await row(rig, asked.withdrawal_id)
    assert (found["state"], found["due_at"], await rig.events(PayoutPaidAfterAll)) == ("failed", None, [])


async def test_what_was_paid_after_all_may_still_come_back_and_an_old_failure_is_not_that(
    rig: Rig, stripe: Double
) -> None:
    asked = await failed_by_people(rig, stripe)
    await stripe.control(f"payouts/{asked.withdrawal_id}/close", status="paid")
    await webhook_processed(rig, "payout.paid")
    await process_webhooks(rig)
    await rig.run_task("poll_payout")
    reference = (await row(rig, asked.withdrawal_id))["reference"]
    await seen(rig, Observation(reference, "failed", 5_000, "EUR"))
    await rig.run_task("poll_payout")
    assert (await row(rig, asked.withdrawal_id))["state"] == "paid_after_all"
    await stripe.control(f"payouts/{asked.withdrawal_id}/close", status="failed")
    await webhook_processed(rig, "payout.failed")
    await process_webhooks(rig)
    await rig.run_task("poll_payout")
    [told] = await rig.events(PayoutReturned)
    assert (told.withdrawal_id, told.reason) == (asked.withdrawal_id, "account_closed")


@pytest.mark.parametrize(("outcome", "state"), [("completed", "paid_after_all"), ("failed", "failed")])
async def test_people_decide_on_a_contradiction_that_the_provider_does_not_explain(
    rig: Rig, stripe: Double, outcome: str, state: str
) -> None:
    asked = await failed_by_people(rig, stripe)
    clock.set_offset(timedelta(days=9))
    await seen(rig, Observation(f"po_{new_id()}", "completed", 5_000, "EUR"), our_id=asked.withdrawal_id)
    reference = (await row(rig, asked.withdrawal_id))["reference"]
    await stripe.control("faults", method="GET", path=f"/v1/payouts/{reference}", work=False, answer="reset")
    await seen(rig, Observation(reference, "completed", 5_000, "EUR"))
    await rig.run_task("poll_payout")
    path, admin = "/api/v1/admin/payments/payouts", await rig.administrator()
    shown = await rig.request("GET", path, user=admin, role="admin", params={"stuck": True})
    assert [item["state"] for item in shown.json()["items"]] == ["failed"]
    body = {"outcome": outcome, "reason": "The bank told us"}
    path = f"{path}/{asked.withdrawal_id}/settlement"
    assert (await rig.decided(await rig.request("POST", path, user=admin, role="admin", json=body))).status_code == 200
    found = await row(rig, asked.withdrawal_id)
    assert (found["state"], found["due_at"]) == (state, None)
    assert len(await rig.events(PayoutPaidAfterAll)) == (outcome == "completed")


async def test_what_was_never_asked_for_and_is_paid_all_the_same_is_believed_when_the_provider_confirms(
    rig: Rig, stripe: Double
) -> None:
    asked = await failed_by_people(rig, stripe)
    await rig.db.fetch("UPDATE payouts SET asked_at = NULL, reference = NULL")
    await rig.is_known(asked.user_id, status="deactivated")
    await stripe.control(f"payouts/{asked.withdrawal_id}/close", status="paid")
    await webhook_processed(rig, "payout.paid")
    await process_webhooks(rig)
    await rig.run_task("poll_payout")
    assert len(await rig.events(PayoutPaidAfterAll)) == 1


@pytest.mark.parametrize("status", ["deactivated", "deleted"])
async def test_nobody_who_is_shut_out_is_paid(rig: Rig, stripe: Double, status: str) -> None:
    asked = approved()
    await rig.is_known(asked.user_id, status=status)
    await rig.deliver(asked)
    await rig.run_task("poll_payout")
    assert await there(stripe) == []
    [told] = await rig.events(PayoutFailed)
    assert told.reason == "account_inactive"


async def test_nobody_is_paid_while_a_payment_of_theirs_is_disputed(rig: Rig, charged: Charged, stripe: Double) -> None:
    await stripe.control("disputes", charge=charged.charge)
    await webhook_processed(rig, "charge.dispute.created")
    asked = approved().model_copy(update={"user_id": charged.payer.id})
    await rig.deliver(asked)
    await rig.run_task("poll_payout")
    [told] = await rig.events(PayoutFailed)
    assert (told.reason, await there(stripe)) == ("dispute_open", [])


async def test_a_webhook_tells_of_the_end_before_anybody_asks(rig: Rig, stripe: Double) -> None:
    asked = approved()
    await rig.deliver(asked)
    await rig.run_task("poll_payout")
    [payout] = await there(stripe)
    await stripe.control(f"payouts/{asked.withdrawal_id}/close", status="paid")
    await webhook_processed(rig, "payout.paid")
    assert (await row(rig, asked.withdrawal_id))["reference"] == payout["id"]
    await later(rig)
    assert len(await rig.events(PayoutCompleted)) == 1


async def test_what_the_provider_refuses_fails_with_its_reason(rig: Rig, stripe: Double) -> None:
    await rig.deliver(approved(amount=200_000_000))
    await rig.run_task("poll_payout")
    [said] = await rig.events(PayoutFailed)
    assert said.reason == "provider_balance_insufficient"


async def test_a_refusal_ends_a_payout_unless_it_was_begun(rig: Rig) -> None:
    refused, begun = approved(), approved()
    await rig.deliver(refused, begun)
    await seen(rig, Observation("po_1", "processing", 5_000, "EUR"), our_id=begun.withdrawal_id)
    for asked in (refused, begun, refused):
        async with rig.db.unit_of_work() as db:
            await payouts.note_refused(db, asked.withdrawal_id, reason="invalid_request")
    [said] = await rig.events(PayoutFailed)
    assert (said.withdrawal_id, said.reason) == (refused.withdrawal_id, "invalid_request")


async def test_without_a_key_nothing_is_asked_and_nothing_is_lost(rig: Rig) -> None:
    asked = approved(method="paypal")
    await rig.deliver(asked)
    await rig.run_task("poll_payout")
    waiting = await row(rig, asked.withdrawal_id)
    assert (waiting["state"], waiting["asked_at"], waiting["attempts"]) == ("requested", None, 1)


async def seen(rig: Rig, *sightings: Observation, our_id: UUID | None = None) -> None:
    for sighting in sightings:
        async with rig.db.unit_of_work() as db:
            await payouts.apply(db, "stripe", sighting, our_id=our_id)


@pytest.mark.parametrize("order", [*permutations(("processing", "completed", "processing"))])
async def test_sightings_fold_in_any_order(rig: Rig, order: Sequence[str]) -> None:
    asked = approved()
    await rig.deliver(asked)
    told = [Observation("po_1", state, 5_000, "EUR") for state in order]
    await seen(rig, *told, our_id=asked.withdrawal_id)
    await seen(rig, *told)
    assert (await row(rig, asked.withdrawal_id))["state"] == "completed"
    assert len(await rig.events(PayoutCompleted)) == 1


async def test_the_first_end_is_the_end(rig: Rig) -> None:
    asked = approved()
    await rig.deliver(asked)
    completed, failed = (Observation("po_1", state, 5_000, "EUR", reason="x") for state in ("completed", "failed"))
    await seen(rig, completed, failed, completed, our_id=asked.withdrawal_id)
    assert (len(await rig.events(PayoutCompleted)), len(await rig.events(PayoutFailed))) == (1, 0)


async def test_another_amount_is_not_believed(rig: Rig) -> None:
    asked = approved()
    await rig.deliver(asked)
    await seen(rig, Observation("po_1", "completed", 4_999, "EUR"), our_id=asked.withdrawal_id)
    assert (await row(rig, asked.withdrawal_id))["state"] == "requested"


async def test_what_is_not_ours_changes_nothing(rig: Rig) -> None:
    asked = approved()
    await rig.deliver(asked)
    await seen(rig, Observation("po_1", "processing", 5_000, "EUR"), our_id=asked.withdrawal_id)
    await seen(rig, Observation("po_2", "completed", 5_000, "EUR"), our_id=asked.withdrawal_id)
    await seen(rig, Observation("po_2", "completed", 5_000, "EUR"))
    await seen(rig, Observation("po_3", "completed", 5_000, "EUR"), our_id=new_id())
    assert (await row(rig, asked.withdrawal_id))["state"] == "processing"


@pytest.mark.parametrize("wrong", [{"method": "pigeon"}, {"bound": "withdrawal of another"}])
async def test_what_cannot_be_paid_out_is_a_dead_letter(rig: Rig, wrong: dict[str, str]) -> None:
    with pytest.raises(Reject):
        await rig.deliver(approved(**wrong))


async def test_administrators_see_payouts_and_never_where_they_go(rig: Rig) -> None:
    asked = approved()
    await rig.deliver(asked)
    path, admin = "/api/v1/admin/payments/payouts", {"user": new_id(), "role": "admin"}
    answer = await rig.request("GET", path, params={"state": "requested"}, **admin)
    [item] = answer.json()["items"]
    assert (item["id"], item["amount"]) == (str(asked.withdrawal_id), {"amount": "50.00", "currency": "EUR"})
    assert "destination" not in item
    assert (await rig.request("GET", path, params={"stuck": True}, **admin)).json()["items"] == []
    clock.set_offset(timedelta(hours=2))
    assert len((await rig.request("GET", path, params={"stuck": True}, **admin)).json()["items"]) == 1
