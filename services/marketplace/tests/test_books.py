"""What the marketplace's books state: orders that were completed, and the fees in them."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.testing import Rig
from amigok_contracts.marketplace import MarketplaceBooksStated


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
