"""Payments that the payer's bank takes back."""

from typing import Any

import pytest

from amigok_chassis.ids import new_id
from amigok_chassis.testing import Rig
from amigok_contracts import Money
from amigok_contracts.payment import DisputeLost, DisputeOpened, DisputeWon, WebhookReceived
from payment.disputes import service as disputes
from payment.disputes.queries import OPEN
from payment.providers.protocol import Observation, ProviderEvent
from services.payment.tests.conftest import Charged, Double, Order, Payer, gauge, webhook_processed

ENDS: Any = {"won": DisputeWon, "lost": DisputeLost}


@pytest.mark.parametrize("end", ["won", "lost"])
async def test_a_dispute_is_opened_and_ends(rig: Rig, charged: Charged, stripe: Double, end: str) -> None:
    dispute = await stripe.control("disputes", charge=charged.charge, amount=10_000)
    await webhook_processed(rig, "charge.dispute.created")
    [opened] = await rig.events(DisputeOpened)
    assert (str(opened.payment_id), opened.amount) == (charged.payment["id"], Money.of_minor(10_000, "USD"))
    await stripe.control(f"disputes/{dispute['id']}/close", status=end)
    await webhook_processed(rig, "charge.dispute.closed")
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
    await webhook_processed(rig, "charge.dispute.created")
    [opened] = await rig.events(DisputeOpened)
    assert (opened.order_id, opened.livestock_id) == (order.id, order.ids["livestock_id"])


async def test_administrators_see_what_is_disputed(rig: Rig, charged: Charged, stripe: Double) -> None:
    dispute = await stripe.control("disputes", charge=charged.charge)
    await webhook_processed(rig, "charge.dispute.created")
    await charged.payer.ask("GET", "admin/payments/disputes", 403)
    [shown] = (await charged.payer.ask("GET", "admin/payments/disputes", 200, role="admin"))["items"]
    assert (shown["reference"], shown["state"], shown["payment_id"]) == (dispute["id"], "opened", charged.payment["id"])
    assert await gauge(rig, OPEN) == 1
    await stripe.control(f"disputes/{dispute['id']}/close", status="lost")
    await webhook_processed(rig, "charge.dispute.closed")
    [shown] = (await charged.payer.ask("GET", "admin/payments/disputes?state=lost", 200, role="admin"))["items"]
    assert shown["ended_at"]


async def reported(
    rig: Rig, charged: Charged, state: str, amount: int, currency: str = "USD", id: str = "dp_1"
) -> None:
    """Reports a dispute as a real provider might, also in ways that our double does not."""
    seen = Observation(id, state, amount, currency, charge_reference=charged.charge)
    async with rig.db.unit_of_work() as db:
        assert await disputes.apply_webhook(db, "stripe", ProviderEvent(str(new_id()), "dispute", "dispute", seen))


def usd(amount: str) -> Money:
    return Money.model_validate({"amount": amount, "currency": "USD"})


async def test_a_dispute_of_more_than_was_paid_counts_for_what_was_paid(rig: Rig, charged: Charged) -> None:
    await reported(rig, charged, "opened", 26_000)
    await reported(rig, charged, "lost", 26_000)
    for event in (*await rig.events(DisputeOpened), *await rig.events(DisputeLost)):
        assert (event.amount, event.paid, event.charged_back) == (usd("240.00"), usd("240.00"), usd("260.00"))


async def test_a_dispute_in_another_currency_counts_for_what_was_paid(rig: Rig, charged: Charged) -> None:
    await reported(rig, charged, "opened", 22_000, "EUR")
    [opened] = await rig.events(DisputeOpened)
    assert (opened.amount, opened.charged_back) == (usd("240.00"), Money.of_minor(22_000, "EUR"))
    shown = await charged.payer.ask("GET", "admin/payments/disputes", 200, role="admin")
    assert shown["items"][0]["charged_back"] == {"amount": "220.00", "currency": "EUR"}
    await reported(rig, charged, "lost", 11_000, "EUR")
    [lost] = await rig.events(DisputeLost)
    assert (lost.amount, lost.charged_back) == (usd("120.00"), Money.of_minor(11_000, "EUR"))


async def test_a_dispute_of_a_part_stays_a_part(rig: Rig, charged: Charged) -> None:
    await reported(rig, charged, "lost", 500)
    for event in (*await rig.events(DisputeOpened), *await rig.events(DisputeLost)):
        assert (event.amount, event.paid, event.charged_back) == (usd("5.00"), usd("240.00"), None)


async def test_disputes_of_one_payment_together_count_for_no_more_than_it(rig: Rig, charged: Charged) -> None:
    for number, amount in enumerate((20_000, 20_000, 24_000)):
        await reported(rig, charged, "opened", amount, id=f"dp_{number}")
    assert [event.amount.minor for event in await rig.events(DisputeOpened)] == [20_000, 4_000, 0]


async def test_what_was_given_back_already_is_not_disputed_once_more(rig: Rig, charged: Charged) -> None:
    await charged.held(await charged.refund("100.00"))
    await reported(rig, charged, "opened", 24_000)
    [opened] = await rig.events(DisputeOpened)
    assert (opened.amount, opened.charged_back) == (usd("140.00"), usd("240.00"))


async def test_a_dispute_may_be_won_after_it_was_lost(rig: Rig, charged: Charged, stripe: Double) -> None:
    dispute = await stripe.control("disputes", charge=charged.charge)
    for status in ("lost", "won"):
        await stripe.control(f"disputes/{dispute['id']}/close", status=status)
    await webhook_processed(rig, "charge.dispute.funds_reinstated")
    assert (len(await rig.events(DisputeLost)), len(await rig.events(DisputeWon))) == (1, 1)
    shown = await charged.payer.ask("GET", "admin/payments/disputes?state=won", 200, role="admin")
    assert len(shown["items"]) == 1
    await reported(rig, charged, "lost", 24_000, id=dispute["id"])
    assert len(await rig.events(DisputeLost)) == 1
