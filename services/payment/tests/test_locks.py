"""Replicas that handle events about the same rows at the same time."""

import asyncio
from random import Random

from amigok_chassis.testing import Rig
from amigok_contracts import Event
from amigok_contracts.payment import CHARGE, InvoiceIssued, PaymentCompleted, WebhookReceived
from amigok_contracts.wallet import ExitAllowed
from services.payment.tests.conftest import PRICE, Order, Payer
from services.payment.tests.test_wallet_payments import held


async def test_batches_about_the_same_orders_do_not_deadlock(rig: Rig, payer: Payer) -> None:
    orders = [Order(payer.id, pay_with="wallet") for _ in range(12)]
    said = {"orders": ("placed", "completed"), "wallet": ("held", "captured")}
    batches = []
    for seed in range(8):
        for name, kinds in said.items():
            batch = [held(order)[kind] for order in orders for kind in kinds]
            Random(seed).shuffle(batch)
            batches.append((name, batch))
    await asyncio.gather(*(rig.deliver_batch(name, *batch) for name, batch in batches))
    assert len(await rig.events(PaymentCompleted)) == 12
    assert len(await rig.events(InvoiceIssued)) == 24


async def test_webhooks_about_the_same_payments_do_not_deadlock(rig: Rig, payer: Payer) -> None:
    card = await payer.saved()
    for _ in range(6):
        await payer.deposit(saved_method=card)
    told: list[WebhookReceived] = []
    while len(told) < 12:
        await asyncio.sleep(0.01)
        told = await rig.events(WebhookReceived)
    batches = [Random(seed).sample(told, len(told)) for seed in range(8)]
    await asyncio.gather(*(rig.deliver_batch("webhooks", *batch) for batch in batches))
    ids = [event.webhook_id for event in told]
    kept = await rig.db.fetch("SELECT outcome FROM webhooks WHERE id = ANY($1)", ids)
    assert {row["outcome"] for row in kept} <= {"handled", "ignored"}
    assert len(await rig.events(PaymentCompleted)) == 6


async def test_batches_that_name_the_same_payments_in_other_ways_do_not_deadlock(rig: Rig, payer: Payer) -> None:
    """By their orders, and by their own ids."""
    orders = [Order(payer.id, pay_with="wallet") for _ in range(8)]
    await rig.deliver(*(event for order in orders for event in (order.placed(), held(order)["captured"])))
    rows = await rig.db.fetch("SELECT id, order_id FROM payments ORDER BY id")
    by_order = {row["order_id"]: row["id"] for row in rows}
    batches = []
    for seed in range(8):
        batch: list[Event] = []
        for order in orders:
            allowed = {"purpose": CHARGE, "reference_id": by_order[order.id], "user_id": payer.id, "amount": PRICE}
            batch += [held(order)["released"], ExitAllowed(**allowed)]
        Random(seed).shuffle(batch)
        batches += [("wallet", batch), ("orders", [order.completed() for order in Random(seed).sample(orders, 8)])]
    await asyncio.gather(*(rig.deliver_batch(name, *batch) for name, batch in batches))
    assert len(await rig.events(PaymentCompleted)) == 8
