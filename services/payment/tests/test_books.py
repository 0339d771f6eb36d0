"""What was settled is stated every hour, window by window, so that the wallet can compare."""

from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from amigok_chassis import clock
from amigok_chassis.ids import id_before, new_id
from amigok_chassis.testing import Rig, running
from amigok_contracts.payment import BooksStated
from payment.main import service as payment
from payment.settlements import books as service

if payment.metadata is None or not {"payments", "refunds", "payouts", "disputes"} <= set(payment.metadata.tables):
    pytest.skip("payment has no payments yet", allow_module_level=True)


@pytest.fixture
async def rig() -> AsyncIterator[Rig]:
    async with running(payment) as rig:
        yield rig


async def stated(rig: Rig) -> list[BooksStated]:
    """All statements after the job has run."""
    await rig.run_job("state_books")
    return await rig.events(BooksStated)


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


def items(statement: BooksStated) -> list[tuple[UUID, str, int]]:
    return [(item.reference_id, item.kind, item.amount.minor) for item in statement.items]


async def test_what_came_in_went_out_and_is_disputed_is_stated_when_it_has_come_to_rest(rig: Rig) -> None:
    payment_id = await paid(rig)
    refund = await insert(
        rig,
        "refunds",
        payment_id=payment_id,
        destination="provider",
        charged_to="platform",
        reason="",
        requested_by=new_id(),
        origin="platform",
        **ended("completed"),
    )
    payout = await insert(rig, "payouts", method="bank_transfer", **ended("completed"))
    dispute = await insert(
        rig,
        "disputes",
        payment_id=payment_id,
        reference="dp_1",
        state="opened",
        opened_at=clock.now(),
        charged_back=500,
        charged_back_currency="USD",
    )
    assert await stated(rig) == []
    later(hours=2)
    (statement,) = await stated(rig)
    assert items(statement) == [
        (payment_id, "deposit", 500),
        (refund, "refund", 500),
        (payout, "withdrawal", 500),
        (dispute, "dispute", 500),
    ]
    assert (statement.up_to_id, statement.under_way) == (dispute, [])
    assert len(await stated(rig)) == 1


async def test_what_was_paid_after_all_is_stated_again_as_a_withdrawal(rig: Rig) -> None:
    payout = await insert(rig, "payouts", method="bank_transfer", reason="not_paid_out", **ended("failed"))
    later(hours=2)
    (first,) = await stated(rig)
    later(hours=1)
    await rig.db.fetch("UPDATE payouts SET state = 'paid_after_all', reason = NULL, ended_at = $1", clock.now())
    again = (await stated(rig))[-1]
    assert (first.items, items(again)) == ([], [(payout, "withdrawal", 500)])


async def test_what_moved_nothing_in_or_out_is_no_item(rig: Rig) -> None:
    await paid(rig, "cancelled")
    await paid(rig, provider="wallet", method="wallet")
    later(hours=2)
    (statement,) = await stated(rig)
    assert (statement.items, statement.under_way) == ([], [])


async def test_what_is_under_way_is_stated_again_when_it_has_ended(rig: Rig) -> None:
    waiting = await paid(rig, "unknown", ended_at=None)
    later(hours=2)
    (first,) = await stated(rig)
    assert (first.items, first.under_way) == ([], [waiting])
    later(hours=1)
    assert len(await stated(rig)) == 1
    await rig.db.fetch("UPDATE payments SET state = 'completed', ended_at = $1", clock.now())
    later(hours=1)
    again = (await stated(rig))[-1]
    assert (again.window_id, items(again), again.under_way) == (first.window_id, [(waiting, "deposit", 500)], [])
    later(hours=1)
    assert len(await stated(rig)) == 2


async def test_a_withdrawal_that_is_approved_days_later_is_stated_with_its_time(rig: Rig) -> None:
    requested = id_before(new_id(), timedelta(hours=30))
    (empty,) = await stated(rig)
    later(days=2)
    payout = await insert(rig, "payouts", id=requested, method="bank_transfer", **ended("completed"))
    again = next(each for each in await stated(rig) if each.items)
    assert (again.window_id, items(again)) == (empty.window_id, [(payout, "withdrawal", 500)])


async def test_what_was_committed_just_after_a_statement_is_stated_all_the_same(rig: Rig) -> None:
    requested, before = id_before(new_id(), timedelta(hours=30)), ended("completed")
    (missed,) = await stated(rig)
    payout = await insert(rig, "payouts", id=requested, method="bank_transfer", **before)
    later(minutes=30)
    again = next(each for each in await stated(rig) if each.items)
    assert (again.window_id, items(again)) == (missed.window_id, [(payout, "withdrawal", 500)])
    later(minutes=20)
    assert len([each for each in await stated(rig) if each.items]) == 1


async def test_windows_meet_and_leave_nothing_out(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(service, "MOST_ITEMS", 2)
    monkeypatch.setattr(service, "MOST_WINDOWS", 2)
    payments = [await paid(rig) for _ in range(5)]
    later(hours=2)
    await stated(rig)
    windows = await stated(rig)
    assert [len(window.items) for window in windows] == [2, 2, 1]
    assert [window.after_id for window in windows[1:]] == [window.up_to_id for window in windows[:-1]]
    assert [item.reference_id for window in windows for item in window.items] == payments
