"""Figures beside the books of services."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from amigok_chassis import clock
from amigok_chassis.ids import id_before, new_id
from amigok_contracts.analytics import FiguresAgreed, FiguresDisagreed
from amigok_contracts.books import BookItem
from amigok_contracts.marketplace import MarketplaceBooksStated
from services.analytics.tests.figures.barns import Barn, usd

ANNA = new_id()


def books(*items: tuple[UUID, str], window: UUID | None = None) -> MarketplaceBooksStated:
    return MarketplaceBooksStated(
        window_id=window or new_id(),
        after_id=id_before(new_id(), timedelta(days=1)),
        up_to_id=new_id(),
        stated_at=clock.now(),
        items=[BookItem(reference_id=order, kind="capture", amount=usd(amount)) for order, amount in items],
        under_way=[],
    )


async def compared(barn: Barn, after: timedelta) -> list[dict[str, Any]]:
    """Where facts differ from books, so long after they were stated."""
    clock.set_offset(clock.offset() + after)
    await barn.rig.run_task("compare_books")
    answer = await barn.get("admin/analytics/differences", new_id(), "admin")
    return list(answer.json()["items"])


async def is_stale(barn: Barn) -> bool:
    return bool((await barn.get("analytics/financial/roi", ANNA)).json()["completeness"]["stale"])


async def test_figures_are_stale_while_the_books_of_a_service_differ_for_long(barn: Barn) -> None:
    sheep = new_id()
    bought = barn.sold("2026-01-10", sheep, "240.00", buyer=ANNA, seller=None)
    order: UUID = bought[1][1].reference_id
    await barn.rig.deliver(books((order, "240.00"), window=sheep))
    missing = await compared(barn, timedelta(minutes=6))
    places = [(each["place"], each["expected"]["amount"], each["found"]["amount"]) for each in missing]
    assert places == [("lines", "-240.00", "0.00"), ("transfers", "240.00", "0.00")]
    assert not await is_stale(barn), "it may be on its way"

    assert len(await compared(barn, timedelta(hours=2))) == 2
    assert await is_stale(barn)
    [disagreed] = await barn.rig.events(FiguresDisagreed)
    assert (disagreed.source, disagreed.differences) == ("marketplace", 2)

    await barn.happens(barn.registered("2026-01-02", sheep, "240.00"), *bought)
    assert await compared(barn, timedelta(hours=2)) == []
    assert not await is_stale(barn)
    assert [each.source for each in await barn.rig.events(FiguresAgreed)] == ["marketplace"]


async def test_what_the_ledger_booked_and_no_books_state_is_found(barn: Barn) -> None:
    bought = barn.sold("2026-11-30", new_id(), "240.00", buyer=ANNA, seller=None)
    now = clock.now()
    await barn.happens(*((now, event) for _, event in bought))
    await barn.rig.deliver(books())
    [more] = await compared(barn, timedelta(minutes=6))
    assert (more["place"], more["expected"]["amount"], more["found"]["amount"]) == ("transfers", "0.00", "240.00")
    assert (await barn.get("admin/analytics/differences", ANNA)).status_code == 403
