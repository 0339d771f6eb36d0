"""Payments that the payer's bank takes back."""

from typing import Any

import pytest

from amigok_chassis.testing import Rig
from amigok_contracts import Money
from amigok_contracts.payment import DisputeLost, DisputeOpened, DisputeWon, WebhookReceived
from payment.main import service
from services.payment.tests.conftest import Charged, Double, Order, Payer, heard

ENDS: Any = {"won": DisputeWon, "lost": DisputeLost}


@pytest.mark.parametrize("end", ["won", "lost"])
async def test_a_dispute_is_opened_and_ends(rig: Rig, charged: Charged, stripe: Double, end: str) -> None:
    dispute = await stripe.control("disputes", charge=charged.charge, amount=10_000)
    await heard(rig, "charge.dispute.created")
    [opened] = await rig.events(DisputeOpened)
    assert (str(opened.payment_id), opened.amount) == (charged.payment["id"], Money.of_minor(10_000, "USD"))
    await stripe.control(f"disputes/{dispute['id']}/close", status=end)
    await heard(rig, "charge.dispute.closed")
    [ended] = await rig.events(ENDS[end])
    assert ended.dispute_id == opened.dispute_id
    assert len(await rig.events(DisputeOpened)) == 1


@pytest.mark.parametrize("end", ["won", "lost"])
async def test_a_dispute_whose_end_is_heard_first_was_opened_all_the_same(
    rig: Rig, charged: Charged, stripe: Double, end: str
) -> None:
    await stripe.control("webhooks/faults", event="charge.dispute.*", held=True, copies=2, times=9)
    dispute = await stripe.control("disputes", charge=charged.charge)
    await stripe.control(f"disputes/{dispute['id']}/close", status=end)
    await stripe.control("webhooks/release")
    for event in reversed(await rig.events(WebhookReceived)):
        await rig.deliver(event)
    assert (len(await rig.events(DisputeOpened)), len(await rig.events(ENDS[end]))) == (1, 1)
    assert await rig.events(ENDS["lost" if end == "won" else "won"]) == []


async def test_a_dispute_tells_what_was_bought(rig: Rig, payer: Payer, stripe: Double) -> None:
    order = Order(payer.id)
    await rig.deliver(order.placed())
    await payer.pay(order, saved_method=await payer.saved())
    [row] = await rig.db.fetch("SELECT charge_reference FROM payments")
    await stripe.control("disputes", charge=row["charge_reference"])
    await heard(rig, "charge.dispute.created")
    [opened] = await rig.events(DisputeOpened)
    assert (opened.order_id, opened.livestock_id) == (order.id, order.ids["livestock_id"])


async def test_administrators_see_what_is_disputed(rig: Rig, charged: Charged, stripe: Double) -> None:
    dispute = await stripe.control("disputes", charge=charged.charge)
    await heard(rig, "charge.dispute.created")
    await charged.payer.ask("GET", "admin/payments/disputes", 403)
    [shown] = (await charged.payer.ask("GET", "admin/payments/disputes", 200, role="admin"))["items"]
    assert (shown["reference"], shown["state"], shown["payment_id"]) == (dispute["id"], "opened", charged.payment["id"])
    async with rig.db.unit_of_work() as db:
        assert [await count(db) for gauge, count in service.gauges.items() if "disputes" in gauge._name] == [1]
    await stripe.control(f"disputes/{dispute['id']}/close", status="lost")
    await heard(rig, "charge.dispute.closed")
    [shown] = (await charged.payer.ask("GET", "admin/payments/disputes?state=lost", 200, role="admin"))["items"]
    assert shown["ended_at"]
