"""What payment's books state: what came in, what went out, what came back, and what is disputed."""

from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from amigok_chassis import clock
from amigok_chassis.ids import id_before, new_id
from amigok_chassis.testing import Rig, running
from amigok_contracts.payment import PaymentBooksStated
from payment.main import service as payment


@pytest.fixture
async def rig() -> AsyncIterator[Rig]:
    async with running(payment) as rig:
        yield rig


async def told(rig: Rig) -> list[PaymentBooksStated]:
    """All statements after the job has run."""
    await rig.run_job("state_books")
    return await rig.events(PaymentBooksStated)


def later(**time: float) -> None:
    clock.set_offset(clock.offset() + timedelta(**time))


async def insert(rig: Rig, table: str, **values: Any) -> UUID:
    row = {"id": new_id(), "user_id": new_id(), "amount": 500, "currency": "USD", "provider": "stripe", **values}
    places = ", ".join(f"${number}" for number in range(1, len(row) + 1))
    await rig.db.fetch(f"INSERT INTO {table} ({', '.join(row)}) VALUES ({places})", *row.values())
    return UUID(str(row["id"]))


def ended(state: str) -> dict[str, Any]:
    return {"state": state, "created_at": clock.now(), "ended_at": clock.now(), "attempts": 0}


async def paid(rig: Rig, state: str = "completed", **values: Any) -> UUID:
    about = {
        "purpose": "deposit",
        "method": "card",
        "refunded": 0,
        "refunded_by_payer": 0,
        "expires_at": clock.now(),
        **ended(state),
    }
    return await insert(rig, "payments", **about | values)


async def refunded(rig: Rig, payment_id: UUID, *, origin: str = "platform", state: str = "completed") -> UUID:
    about = {
        "destination": "provider",
        "charged_to": "platform",
        "reason": "",
        "failure": "card_closed" if state in ("failed", "returned") else None,
        "requested_by": new_id() if origin == "platform" else None,
    }
    return await insert(rig, "refunds", payment_id=payment_id, origin=origin, **about, **ended(state))


async def disputed(rig: Rig, payment_id: UUID, **values: Any) -> UUID:
    about = {"reference": "dp_1", "state": "opened", "opened_at": clock.now()}
    charged = {"charged_back": 500, "charged_back_currency": "USD"}
    return await insert(rig, "disputes", payment_id=payment_id, **about, **charged | values)


def items(statement: PaymentBooksStated) -> list[tuple[UUID, str, int]]:
    return [(item.reference_id, item.kind, item.amount.minor) for item in statement.items]


async def test_what_came_in_went_out_and_is_disputed_is_stated_when_it_has_come_to_rest(rig: Rig) -> None:
    payment_id = await paid(rig)
    refund = await refunded(rig, payment_id)
    payout = await insert(rig, "payouts", method="bank_transfer", **ended("completed"))
    dispute = await disputed(rig, payment_id)
    assert await told(rig) == []
    later(hours=2)
    (statement,) = await told(rig)
    assert items(statement) == [
        (payment_id, "deposit", 500),
        (refund, "refund", 500),
        (payout, "withdrawal", 500),
        (dispute, "dispute", 500),
    ]
    assert (statement.up_to_id, statement.under_way) == (dispute, [])
    assert len(await told(rig)) == 1


async def test_what_was_paid_after_all_is_stated_again_as_a_withdrawal(rig: Rig) -> None:
    payout = await insert(rig, "payouts", method="bank_transfer", reason="not_paid_out", **ended("failed"))
    later(hours=2)
    (first,) = await told(rig)
    later(hours=1)
    await rig.db.fetch("UPDATE payouts SET state = 'paid_after_all', reason = NULL, ended_at = $1", clock.now())
    again = (await told(rig))[-1]
    assert (first.items, items(again)) == ([], [(payout, "withdrawal", 500)])


async def test_what_moved_nothing_in_or_out_is_no_item(rig: Rig) -> None:
    await paid(rig, "cancelled")
    await paid(rig, provider="wallet", method="wallet")
    later(hours=2)
    (statement,) = await told(rig)
    assert (statement.items, statement.under_way) == ([], [])


async def test_what_is_under_way_is_stated_again_when_it_has_ended(rig: Rig) -> None:
    waiting = await paid(rig, "unknown", ended_at=None)
    later(hours=2)
    (first,) = await told(rig)
    assert (first.items, first.under_way) == ([], [waiting])
    later(hours=1)
    assert len(await told(rig)) == 1
    await rig.db.fetch("UPDATE payments SET state = 'completed', ended_at = $1", clock.now())
    later(hours=1)
    again = (await told(rig))[-1]
    assert (again.window_id, items(again), again.under_way) == (first.window_id, [(waiting, "deposit", 500)], [])
    later(hours=1)
    assert len(await told(rig)) == 2


async def test_a_withdrawal_that_is_approved_days_later_is_stated_with_its_time(rig: Rig) -> None:
    requested = id_before(new_id(), timedelta(hours=30))
    (empty,) = await told(rig)
    later(days=2)
    payout = await insert(rig, "payouts", id=requested, method="bank_transfer", **ended("completed"))
    again = next(each for each in await told(rig) if each.items)
    assert (again.window_id, items(again)) == (empty.window_id, [(payout, "withdrawal", 500)])


@pytest.mark.parametrize(
    ("origin", "state", "stated"),
    [
        ("platform", "completed", ["refund"]),
        ("platform", "returned", ["refund", "refund_returned"]),
        ("platform", "failed", []),
        ("provider", "completed", ["refund_outside"]),
        ("provider", "returned", ["refund_outside", "refund_returned"]),
        ("provider", "failed", ["refund_outside", "refund_returned"]),
    ],
)
async def test_what_was_refunded_elsewhere_or_came_back_is_stated_as_the_wallet_books_it(
    rig: Rig, origin: str, state: str, stated: list[str]
) -> None:
    refund = await refunded(rig, await paid(rig), origin=origin, state=state)
    later(hours=2)
    (statement,) = await told(rig)
    assert items(statement)[1:] == [(refund, kind, 500) for kind in stated]


@pytest.mark.parametrize(
    ("state", "stated"),
    [
        ("completed", ["withdrawal"]),
        ("returned", ["withdrawal", "withdrawal_returned"]),
        ("failed", []),
        ("paid_after_all", ["withdrawal"]),
    ],
)
async def test_a_payout_that_came_back_is_stated_twice(rig: Rig, state: str, stated: list[str]) -> None:
    reason = "not_paid_out" if state in ("failed", "returned") else None
    payout = await insert(rig, "payouts", method="bank_transfer", reason=reason, **ended(state))
    later(hours=2)
    (statement,) = await told(rig)
    assert items(statement) == [(payout, kind, 500) for kind in stated]


async def test_a_part_that_is_disputed_in_another_currency_is_stated_as_it_was_charged_back(rig: Rig) -> None:
    payment_id = await paid(rig)
    dispute = await disputed(rig, payment_id, charged_back=240, charged_back_currency="EUR")
    later(hours=2)
    (statement,) = await told(rig)
    (_, item) = statement.items
    assert (item.reference_id, item.kind, str(item.amount.amount)) == (dispute, "dispute", "2.40")
    assert item.amount.currency == "EUR"
