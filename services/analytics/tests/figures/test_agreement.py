"""Figures beside the books of services."""

from datetime import timedelta
from typing import Any, TypeVar
from uuid import UUID

from amigok_chassis import clock
from amigok_chassis.ids import id_before, new_id
from amigok_contracts.analytics import FiguresAgreed, FiguresDisagreed
from amigok_contracts.base import Event
from amigok_contracts.books import BookItem
from amigok_contracts.care import REQUEST, CareBooksStated, CareCaptureRequested, CareChargeRequested, CareCompleted
from amigok_contracts.examples import example
from amigok_contracts.game_contests import ENTRY, GameBooksStated
from amigok_contracts.marketplace import MarketplaceBooksStated
from amigok_contracts.money_requests import Share
from amigok_contracts.payment import PaymentBooksStated
from amigok_contracts.wallet import ChargeCompleted, RewardPaid, WithdrawalPaidAfterAll
from services.analytics.tests.figures.barns import Barn, captured, usd

E = TypeVar("E", bound=Event)

ANNA = new_id()


def books(*items: tuple[UUID, str], window: UUID | None = None) -> MarketplaceBooksStated:
    told = ((order, "capture", amount) for order, amount in items)
    return stated(MarketplaceBooksStated, *told, window_id=window or new_id())


def stated(kind: type[E], *items: tuple[UUID, str, str], **told: Any) -> E:
    """Books of a service: items with their kinds and amounts."""
    window = {
        "window_id": new_id(),
        "after_id": id_before(new_id(), timedelta(days=1)),
        "up_to_id": new_id(),
        "stated_at": clock.now(),
        "items": [BookItem(reference_id=id, kind=name, amount=usd(amount)) for id, name, amount in items],
        "under_way": (),
    }
    return kind.model_validate({**window, **told})


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


async def test_a_difference_is_as_old_as_it_is_also_if_its_window_is_stated_again(barn: Barn) -> None:
    order, window = new_id(), new_id()
    await barn.rig.deliver(books((order, "240.00"), window=window))
    await compared(barn, timedelta(minutes=6))
    [first, _] = await compared(barn, timedelta(hours=1))
    assert await is_stale(barn)
    await barn.rig.deliver(books((order, "240.00"), window=window))
    [again, _] = await compared(barn, timedelta(minutes=6))
    assert (again["found_at"], again["told_at"]) == (first["found_at"], first["told_at"])
    assert await is_stale(barn)
    assert await barn.rig.events(FiguresAgreed) == []


async def agrees(barn: Barn, *books: Event) -> None:
    await barn.rig.deliver(*books)
    assert await compared(barn, timedelta(hours=2)) == []


async def test_fees_and_prizes_of_contests_agree_with_the_books_of_the_game(barn: Barn) -> None:
    entry, again, prize, now = new_id(), new_id(), new_id(), clock.now()
    paid = {"transfer_id": new_id(), "payee_id": ANNA}
    await barn.happens(
        *((now, captured(ENTRY, each, "5.00", payer_id=ANNA, fee="entry")) for each in (entry, again)),
        (now, RewardPaid(purpose="game.entry_refund", reference_id=again, amount=usd("5.00"), **paid)),
        (now, RewardPaid(purpose="game.prize", reference_id=prize, amount=usd("90.00"), **paid)),
    )
    fees = ((entry, "capture", "5.00"), (again, "capture", "5.00"), (again, "reward", "5.00"))
    await agrees(barn, stated(GameBooksStated, *fees, (prize, "reward", "90.00")))


async def test_care_that_two_payments_paid_agrees_with_each_window_of_books(barn: Barn) -> None:
    request, first, second, now = new_id(), new_id(), new_id(), clock.now()
    shares = (Share(amount=usd("15.00"), fee="care"),)
    more = {"purpose": REQUEST, "reference_id": second, "payer_id": ANNA, "shares": shares}
    done = CareCompleted(
        request_id=request,
        livestock_id=new_id(),
        farm_id=None,
        owner_id=ANNA,
        veterinarian_id=new_id(),
        care_type="treatment",
        cost=usd("50.00"),
    )
    asked = CareCaptureRequested(reference_id=first, request_id=request, payer_id=ANNA, shares=shares)
    await barn.happens(
        (now, done),
        (now, asked),
        (now, CareChargeRequested(request_id=request, **more)),
        (now, captured(REQUEST, first, "35.00", payer_id=ANNA, fee="entry")),
    )
    held, charged = ((first, "capture", "35.00"),), ((second, "charge", "15.00"),)
    await agrees(barn, stated(CareBooksStated, *held, under_way=(second,)))
    booked = ChargeCompleted(transfer_id=new_id(), amount=usd("15.00"), owed=usd("0.00"), **more)
    await barn.happens((now, booked))
    earlier = stated(CareBooksStated, *held, up_to_id=first)
    await agrees(barn, earlier, stated(CareBooksStated, *charged, after_id=first, up_to_id=second))


async def test_a_withdrawal_that_was_paid_after_all_agrees_with_the_books_of_payments(barn: Barn) -> None:
    withdrawal = new_id()
    paid = WithdrawalPaidAfterAll.model_validate(example(WithdrawalPaidAfterAll))
    paid = paid.model_copy(update={"withdrawal_id": withdrawal, "amount": usd("20.00")})
    await barn.happens((clock.now(), paid))
    await agrees(barn, stated(PaymentBooksStated, (withdrawal, "withdrawal", "20.00")))


async def test_a_withdrawal_that_payments_do_not_state_is_found(barn: Barn) -> None:
    paid = WithdrawalPaidAfterAll.model_validate(example(WithdrawalPaidAfterAll))
    await barn.happens((clock.now(), paid.model_copy(update={"withdrawal_id": new_id(), "amount": usd("20.00")})))
    await barn.rig.deliver(stated(PaymentBooksStated))
    [more] = await compared(barn, timedelta(minutes=6))
    assert (more["source"], more["expected"]["amount"], more["found"]["amount"]) == ("payment", "0.00", "20.00")


async def test_what_the_ledger_booked_and_no_books_state_is_found(barn: Barn) -> None:
    bought = barn.sold("2026-11-30", new_id(), "240.00", buyer=ANNA, seller=None)
    now = clock.now()
    await barn.happens(*((now, event) for _, event in bought))
    await barn.rig.deliver(books())
    [more] = await compared(barn, timedelta(minutes=6))
    assert (more["place"], more["expected"]["amount"], more["found"]["amount"]) == ("transfers", "0.00", "240.00")
    assert (await barn.get("admin/analytics/differences", ANNA)).status_code == 403
