"""What was posted stays, can be proven, and is told page by page."""

import asyncio
from decimal import Decimal
from typing import Any

import pytest

from amigok_chassis import housekeeping
from amigok_chassis.metrics import DIFFERENCES
from amigok_chassis.testing import Rig


async def test_the_statement_pages_through_everything_once(rig: Rig, bank: Any) -> None:
    anna, ben = await bank.user("100.00"), await bank.user()
    for _ in range(7):
        await bank.transfer(anna, ben, "1.00")
    seen: list[str] = []
    more: dict[str, str] = {}
    while True:
        page = await bank.get(anna, "/transactions", limit=3, **more)
        seen += [row["available_after"]["amount"] for row in page["items"]]
        if page["next_cursor"] is None:
            break
        more = {"cursor": page["next_cursor"]}
        await bank.transfer(ben, anna, "0.50")
    assert seen == ["93.00", "94.00", "95.00", "96.00", "97.00", "98.00", "99.00", "100.00"]
    broken = await rig.request("GET", "/api/v1/wallet/transactions", user=anna, params={"cursor": "%%%"})
    assert (broken.status_code, broken.json()["code"]) == (422, "invalid_cursor")


async def test_the_running_balance_adds_up_line_by_line_however_many_pay_at_once(rig: Rig, bank: Any) -> None:
    shop = await bank.user("1.00")
    customers = [await bank.user("10.00") for _ in range(8)]
    for _ in range(4):
        await asyncio.gather(*(bank.transfer(customer, shop, "0.10") for customer in customers))
    lines = (await bank.get(shop, "/transactions", limit=100))["items"]
    after = [Decimal(line["available_after"]["amount"]) for line in lines]
    changes = [Decimal(line["available_change"]["amount"]) for line in lines]
    assert after[0] == Decimal("4.20")
    assert [now - change for now, change in zip(after, changes, strict=True)] == [*after[1:], 0]
    times = [line["posted_at"] for line in lines]
    assert times == sorted(times, reverse=True)


async def test_nobody_sees_the_wallet_of_another(rig: Rig, bank: Any) -> None:
    anna, ben = await bank.user("100.00"), await bank.user()
    await rig.deliver(bank.order(anna, "40.00").placed())
    assert await bank.get(ben, "/balance") == {
        "balances": [{kind: {"amount": "0.00", "currency": "USD"} for kind in ("available", "held", "owed")}]
    }
    assert (await bank.get(ben))["holds"] == (await bank.get(ben, "/transactions"))["items"] == []


async def test_the_reconciliation_finds_what_does_not_add_up(rig: Rig, bank: Any) -> None:
    anna, ben = await bank.user("100.00"), await bank.user("5.00")
    order = bank.order(ben, "5.00")
    await rig.deliver(order.placed())
    await rig.db.fetch("UPDATE accounts SET balance = balance + 1 WHERE owner_id = $1 AND kind = 'available'", anna)
    await rig.db.fetch("UPDATE holds SET state = 'released' WHERE reference_id = $1", order.id)
    differences = (await bank.reconcile())["differences"]
    assert [(each["check"], each["expected"], each["found"]) for each in differences] == [
        ("balance_equals_entries", 10_000, 10_001),
        ("held_equals_holds", 0, 500),
    ]


@pytest.mark.parametrize(
    ("statement", "message"),
    [
        ("DELETE FROM entries", "append-only"),
        ("DELETE FROM transfers", "append-only"),
        ("UPDATE entries SET amount = 2 * amount", "append-only"),
        ("UPDATE transfers SET description = ''", "append-only"),
        ("TRUNCATE entries", "append-only"),
        ("TRUNCATE transfers CASCADE", "append-only"),
        (
            "INSERT INTO entries (transfer_id, account_id, amount, posted_at) "
            "SELECT transfer_id, (SELECT id FROM accounts WHERE kind = 'sales' LIMIT 1), 5, posted_at "
            "FROM entries LIMIT 1",
            "sum to zero",
        ),
        ("UPDATE accounts SET balance = -1 WHERE owner_id IS NOT NULL", "accounts_balance_check"),
    ],
)
async def test_what_was_posted_cannot_be_changed(rig: Rig, bank: Any, statement: str, message: str) -> None:
    await bank.user("1.00")
    with pytest.raises(Exception, match=message):
        await rig.db.fetch(statement)


async def test_a_hold_beyond_its_bounds_is_found(rig: Rig, bank: Any) -> None:
    """Constraints refuse it, unless somebody takes them away."""
    anna = await bank.user("100.00")
    order = bank.order(anna, "40.00")
    await rig.deliver(order.placed(), order.fulfilled())
    await rig.db.fetch("ALTER TABLE holds DROP CONSTRAINT holds_captured_within_check")
    await rig.db.fetch("UPDATE holds SET captured = 4001 WHERE reference_id = $1", order.id)
    (difference,) = (await bank.reconcile())["differences"]
    assert (difference["check"], difference["expected"], difference["found"]) == ("hold_within_bounds", 4_000, 4_001)


async def test_every_hour_the_ledger_is_proven_and_a_difference_raises_the_gauge(rig: Rig, bank: Any) -> None:
    anna = await bank.user("100.00")
    await rig.run_job("prove_invariants")
    assert await gauge(rig) == 0
    await rig.db.fetch("UPDATE accounts SET balance = balance + 1 WHERE owner_id = $1 AND kind = 'available'", anna)
    await rig.run_job("prove_invariants")
    assert await gauge(rig) == 1
    first, second = await rig.db.fetch("SELECT transfers, entries, differences FROM proofs ORDER BY made_at")
    assert (first["transfers"], first["entries"], first["differences"]) == (1, 2, [])
    assert [each["check"] for each in second["differences"]] == ["balance_equals_entries"]


async def gauge(rig: Rig) -> float:
    await housekeeping.observe(rig.service).run(rig.context)
    return DIFFERENCES.collect()[0].samples[0].value
