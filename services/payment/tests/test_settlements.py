"""Each day the movements at Stripe's double are compared with payment's rows."""

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.testing import Rig, at_noon
from amigok_contracts.payment import SettlementReconciled
from payment.settlements.queries import count_differences
from services.payment.tests.conftest import Charged, Double, Payer, approved, make_due, webhook_processed


async def settled(rig: Rig, *, days: int = 1, replicas: int = 1) -> None:
    """At noon, this many days later."""
    at_noon(days=days)
    await asyncio.gather(*(rig.run_task("settle") for _ in range(replicas)))


async def settlements(rig: Rig, **filters: Any) -> list[Any]:
    path = "/api/v1/admin/payments/settlements"
    answer = await rig.request("GET", path, user=new_id(), role="admin", params=filters)
    assert answer.status_code == 200, answer.text
    return list(answer.json()["items"])


async def differences(rig: Rig, settlement: Any) -> list[tuple[Any, ...]]:
    path = f"/api/v1/admin/payments/settlements/{settlement['id']}/differences"
    answer = await rig.request("GET", path, user=new_id(), role="admin")
    return [
        (row["kind"], row["subject"], row["expected"]["amount"], row["found"]["amount"], row["our_state"])
        for row in answer.json()["items"]
    ]


async def paid_out(rig: Rig, stripe: Double, *, status: str | None = "paid") -> str:
    """Returns the provider's id of a payout of 50.00 EUR that is in this state."""
    asked = approved()
    await rig.deliver(asked)
    await rig.run_task("poll_payout")
    [row] = await rig.db.fetch("SELECT reference FROM payouts WHERE id = $1", asked.withdrawal_id)
    if status is not None:
        await stripe.control(f"payouts/{row['reference']}/close", status=status)
        await make_due(rig, "payouts")
        await rig.run_task("poll_payout")
    return str(row["reference"])


async def test_a_day_on_which_all_agrees_is_settled_once(rig: Rig, stripe: Double) -> None:
    for status in ("paid", "failed", None):
        await paid_out(rig, stripe, status=status)
    for days in (1, 1, 2):
        await settled(rig, days=days)
    [settlement] = await settlements(rig)
    assert (settlement["day"], settlement["provider"]) == (datetime.now(UTC).date().isoformat(), "stripe")
    assert (settlement["gross"]["amount"], settlement["movements"]) == ("-100.00", 4)
    assert (settlement["differences"], settlement["moving"]) == (0, 0)
    [said] = await rig.events(SettlementReconciled)
    assert (str(said.day), said.gross.minor, said.differences) == (settlement["day"], -10_000, 0)
    assert await rig.db.fetch("SELECT FROM settlement_days WHERE next_run_at IS NOT NULL") == []


async def test_replicas_settle_a_day_once(rig: Rig, stripe: Double) -> None:
    await paid_out(rig, stripe)
    await settled(rig, replicas=4)
    assert len(await settlements(rig)) == len(await rig.events(SettlementReconciled)) == 1


async def test_fees_are_what_the_provider_kept(rig: Rig, stripe: Double) -> None:
    fields = {
        "amount": 10_000,
        "currency": "usd",
        "confirm": "true",
        "payment_method": "pm_card_visa",
        "payment_method_types[]": "card",
    }
    await stripe.ask("/v1/payment_intents", **fields)
    await settled(rig)
    [settlement] = await settlements(rig, differing=True)
    assert [settlement[part]["amount"] for part in ("gross", "fees", "net")] == ["100.00", "3.20", "96.80"]
    assert await differences(rig, settlement) == [("missing_here", "payment", "0.00", "100.00", None)]
    async with rig.db.unit_of_work() as db:
        assert await count_differences(db) == 1


async def test_payments_are_found_by_their_charge(rig: Rig, stripe: Double, payer: Payer) -> None:
    for number in ("4242424242424242", "4000000000000341"):
        await payer.confirm(await payer.deposit(), await stripe.card(number))
    await settled(rig)
    [settlement] = await settlements(rig)
    assert (settlement["gross"]["amount"], settlement["movements"], settlement["differences"]) == ("240.00", 1, 0)


@pytest.mark.parametrize(("end", "gross"), [("won", "240.00"), ("lost", "140.00"), (None, "140.00")])
async def test_disputes_agree_however_they_stand(
    rig: Rig, stripe: Double, charged: Charged, end: str | None, gross: str
) -> None:
    dispute = await stripe.control("disputes", charge=charged.charge, amount=10_000)
    await webhook_processed(rig, "charge.dispute.created")
    if end is not None:
        await stripe.control(f"disputes/{dispute['id']}/close", status=end)
        await webhook_processed(rig, "charge.dispute.closed")
    await settled(rig)
    [settlement] = await settlements(rig)
    assert (settlement["gross"]["amount"], settlement["differences"]) == (gross, 0)


async def test_refunds_agree(rig: Rig, stripe: Double, charged: Charged) -> None:
    for amount in ("40.00", "50.00"):
        await charged.held(await charged.refund(amount))
        await rig.run_task("poll_refund")
    await settled(rig)
    [settlement] = await settlements(rig)
    assert (settlement["gross"]["amount"], settlement["movements"], settlement["differences"]) == ("150.00", 3, 0)


async def test_each_kind_of_difference_is_found_and_goes_when_it_is_put_right(rig: Rig, stripe: Double) -> None:
    unequal, cancelled, lost, stray = [await paid_out(rig, stripe) for _ in range(4)]
    change = "UPDATE payouts SET {} WHERE reference = $1"
    await rig.db.fetch(change.format("amount = 6000"), unequal)
    await rig.db.fetch(change.format("state = 'failed', reason = 'x'"), cancelled)
    await rig.db.fetch(change.format("reference = 'po_elsewhere'"), lost)
    await rig.db.fetch("DELETE FROM payouts WHERE reference = $1", stray)
    await settled(rig)
    [settlement] = await settlements(rig)
    assert sorted(map(str, await differences(rig, settlement))) == sorted(
        map(
            str,
            [
                ("amount", "payout", "-60.00", "-50.00", "completed"),
                ("state", "payout", "0.00", "-50.00", "failed"),
                ("missing_there", "payout", "-50.00", "0.00", "completed"),
                ("missing_here", "payout", "0.00", "-50.00", None),
                ("missing_here", "payout", "0.00", "-50.00", None),
            ],
        )
    )
    await rig.db.fetch(change.format("amount = 5000"), unequal)
    await rig.db.fetch(change.format("state = 'paid_after_all', reason = NULL"), cancelled)
    await rig.db.fetch("UPDATE payouts SET reference = $1 WHERE reference = 'po_elsewhere'", lost)
    await settled(rig, days=2)
    [settlement] = await settlements(rig)
    assert [row[0] for row in await differences(rig, settlement)] == ["missing_here"]
    assert [said.differences for said in await rig.events(SettlementReconciled)] == [5, 1]


async def test_what_comes_back_days_later_is_no_difference_on_the_day_it_left(rig: Rig, stripe: Double) -> None:
    payout = await paid_out(rig, stripe, status=None)
    await settled(rig)
    clock.set_offset(timedelta())
    await stripe.control(f"payouts/{payout}/close", status="failed")
    clock.set_offset(timedelta(days=1))
    await rig.run_task("poll_payout")
    await settled(rig, days=3)
    assert [row["differences"] for row in await settlements(rig)] == [0]


async def test_midnight_between_the_provider_and_us_makes_no_difference(rig: Rig, stripe: Double) -> None:
    await paid_out(rig, stripe)
    await rig.db.fetch("UPDATE payouts SET ended_at = ended_at + interval '1 day'")
    for days in (1, 2, 3):
        await settled(rig, days=days)
    assert [row["differences"] for row in await settlements(rig)] == [0]


async def test_what_has_just_moved_is_not_judged_and_looked_at_again(rig: Rig, stripe: Double) -> None:
    payout = await paid_out(rig, stripe)
    await rig.db.fetch("UPDATE payouts SET amount = 6000, ended_at = $1", clock.now() + timedelta(days=365))
    await settled(rig)
    [settlement] = await settlements(rig)
    assert (settlement["differences"], settlement["moving"]) == (0, 1)
    await rig.db.fetch("UPDATE payouts SET ended_at = created_at WHERE reference = $1", payout)
    await settled(rig, days=2)
    [settlement] = await settlements(rig)
    assert (settlement["differences"], settlement["moving"]) == (1, 0)


async def test_a_provider_that_does_not_answer_is_asked_again(rig: Rig, stripe: Double) -> None:
    await paid_out(rig, stripe)
    await stripe.control("faults", path="/v1/balance_transactions", answer="reset")
    await settled(rig)
    assert await settlements(rig) == []
    clock.set_offset(clock.offset() + timedelta(hours=1))
    await rig.run_task("settle")
    assert len(await settlements(rig)) == 1


async def test_days_on_which_nothing_ran_are_settled_afterwards(rig: Rig, stripe: Double) -> None:
    await settled(rig, days=1)
    await settled(rig, days=6)
    rows = await rig.db.fetch("SELECT day FROM settlement_days ORDER BY day")
    assert [row["day"] - rows[0]["day"] for row in rows] == [timedelta(days=n) for n in range(6)]


async def test_settlements_that_are_not_there_have_no_differences(rig: Rig) -> None:
    path = f"/api/v1/admin/payments/settlements/{new_id()}/differences"
    answer = await rig.request("GET", path, user=new_id(), role="admin")
    assert (answer.status_code, answer.json()["code"]) == (404, "settlement_not_found")
