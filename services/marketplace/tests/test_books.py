"""What was sold is stated every hour, window by window, so that the wallet can compare."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.testing import Rig
from amigok_contracts.marketplace import MarketplaceBooksStated
from marketplace.books import service


async def told(rig: Rig) -> list[MarketplaceBooksStated]:
    """All statements after the job has run."""
    await rig.run_job("state_books")
    return await rig.events(MarketplaceBooksStated)


def later(**time: float) -> None:
    clock.set_offset(clock.offset() + timedelta(**time))


async def placed(market: Any) -> Any:
    """The other services' side of a new order."""
    saga, _ = await market.saga_of(await market.listed(), new_id())
    return saga


async def sale(rig: Rig, market: Any) -> UUID:
    """An order that went all the way."""
    saga = await placed(market)
    await rig.deliver(saga.hold_placed(), saga.transferred(), saga.captured())
    return UUID(str(saga.order.order_id))


async def test_a_completed_order_is_stated_when_it_has_come_to_rest(rig: Rig, market: Any) -> None:
    order = await sale(rig, market)
    assert await told(rig) == []
    later(hours=2)
    (statement,) = await told(rig)
    assert [(item.reference_id, item.kind, item.amount.minor) for item in statement.items] == [
        (order, "capture", 24_000),
        (order, "fee", 600),
    ]
    assert (statement.after_id, statement.up_to_id, statement.under_way) == (UUID(int=0), order, [])
    assert len(await told(rig)) == 1


async def test_what_ended_without_a_sale_is_no_item(rig: Rig, market: Any) -> None:
    saga = await placed(market)
    await rig.deliver(saga.hold_refused())
    later(hours=2)
    (statement,) = await told(rig)
    assert (statement.items, statement.under_way) == ([], [])


async def test_what_is_stuck_is_stated_again_until_it_ends(rig: Rig, market: Any) -> None:
    done = await sale(rig, market)
    saga = await placed(market)
    await rig.deliver(saga.hold_placed(), saga.transferred())
    later(hours=2)
    first = (await told(rig))[-1]
    assert ({item.reference_id for item in first.items}, first.under_way) == ({done}, [saga.order.order_id])
    await rig.deliver(saga.captured())
    later(hours=1)
    again = (await told(rig))[-1]
    assert (again.window_id, again.under_way, len(again.items)) == (first.window_id, [], 4)
    assert again.stated_at > first.stated_at
    assert len(await told(rig)) == 2


async def test_windows_meet_and_leave_nothing_out(rig: Rig, market: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(service, "MOST_ORDERS", 2)
    monkeypatch.setattr(service, "MOST_WINDOWS", 2)
    orders = [await sale(rig, market) for _ in range(5)]
    later(hours=2)
    assert len(await told(rig)) == 2
    windows = await told(rig)
    assert [len(window.items) // 2 for window in windows] == [2, 2, 1]
    assert [window.after_id for window in windows[1:]] == [window.up_to_id for window in windows[:-1]]
    assert [item.reference_id for window in windows for item in window.items[::2]] == orders


async def test_hours_without_orders_are_stated_too(rig: Rig, market: Any) -> None:
    (empty,) = await told(rig)
    assert (empty.items, empty.after_id) == ([], UUID(int=0))
    order = await sale(rig, market)
    later(hours=2)
    following = (await told(rig))[-1]
    assert following.after_id == empty.up_to_id < order
    assert [item.reference_id for item in following.items] == [order, order]
