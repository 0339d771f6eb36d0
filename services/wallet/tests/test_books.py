"""What others have settled is compared with what was posted, in both directions."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.inbox import Reject
from amigok_chassis.service import Noun
from amigok_chassis.testing import Rig, running
from amigok_contracts import Event, Money, payment
from amigok_contracts.books import BookItem, Books
from wallet.books.handlers import handler
from wallet.ledger.posting import Leg
from wallet.ledger.service import post

WINDOW = UUID(int=7)


class GiftsStated(Books, Event, type="gifts.books.stated", aggregate="window_id"):
    """What a service states that the wallet has no line for."""

    kinds = frozenset({"credit"})


class ShopBooksStated(Books, Event, type="shop.books.stated", aggregate="window_id"):
    """What the shop of these tests has settled."""

    kinds = frozenset({"capture", "fee"})


@pytest.fixture
async def rig(hears: Any, shopping: Any) -> AsyncIterator[Rig]:
    """A wallet that hears the shop's books, too."""
    heard = Noun(consumes={"books": [handler(ShopBooksStated)]})
    async with running(replace(shopping, nouns=[*shopping.nouns, heard])) as rig:
        yield rig


def stated(
    items: Sequence[BookItem], *, under_way: Sequence[UUID] = (), at: datetime | None = None, **more: Any
) -> ShopBooksStated:
    return ShopBooksStated(
        window_id=WINDOW,
        after_id=UUID(int=0),
        up_to_id=new_id(),
        stated_at=at or clock.now(),
        items=list(items),
        under_way=list(under_way),
        **more,
    )


def items(order: Any, *, price: str | None = None) -> list[BookItem]:
    amount = Money.model_validate({"amount": price, "currency": "USD"}) if price else order.price
    return [
        BookItem(reference_id=order.id, kind="capture", amount=amount),
        BookItem(reference_id=order.id, kind="fee", amount=order.fee),
    ]


async def differences(rig: Rig) -> list[tuple[str, str, int, int]]:
    """What the hourly proof finds."""
    await rig.run_job("prove_invariants")
    (kept,) = await rig.db.fetch("SELECT differences FROM proofs ORDER BY made_at DESC LIMIT 1")
    return [(each["check"], each["id"], each["expected"], each["found"]) for each in kept["differences"]]


@pytest.fixture
async def sold(rig: Rig, bank: Any) -> Any:
    """An order that was captured: 40.00, of which 1.00 is the fee."""
    order = bank.order(await bank.user("100.00"), "40.00", seller=await bank.user(), fee="1.00")
    await rig.deliver(order.placed(), order.fulfilled())
    return order


async def test_books_that_agree_make_no_difference(rig: Rig, sold: Any) -> None:
    await rig.deliver(stated(items(sold)))
    assert await differences(rig) == []


async def test_an_order_of_another_price_is_a_difference(rig: Rig, sold: Any) -> None:
    await rig.deliver(stated(items(sold, price="41.00")))
    assert await differences(rig) == [("shop_agrees_on_capture", str(sold.id), 4_100, 4_000)]


async def test_an_order_that_the_shop_has_not_completed_is_a_difference(rig: Rig, sold: Any) -> None:
    await rig.deliver(stated([]))
    assert sorted(await differences(rig)) == [
        ("shop_agrees_on_capture", str(sold.id), 0, 4_000),
        ("shop_agrees_on_fee", str(sold.id), 0, 100),
    ]


async def test_an_order_that_was_never_captured_is_one_until_it_is(rig: Rig, bank: Any) -> None:
    order = bank.order(await bank.user("100.00"), "40.00")
    await rig.deliver(order.placed(), stated(items(order)))
    assert await differences(rig) == [("shop_agrees_on_capture", str(order.id), 4_000, 0)]
    await rig.deliver(order.fulfilled())
    assert await differences(rig) == []


async def test_what_is_under_way_is_compared_when_it_is_stated_again(rig: Rig, sold: Any) -> None:
    await rig.deliver(stated([], under_way=[sold.id]))
    assert await differences(rig) == []
    await rig.deliver(stated([], at=clock.now() + timedelta(hours=1)))
    assert len(await differences(rig)) == 2
    await rig.deliver(stated(items(sold), at=clock.now() + timedelta(hours=2)))
    assert await differences(rig) == []


async def test_an_older_statement_of_a_window_is_dropped(rig: Rig, sold: Any) -> None:
    old = stated([], at=clock.now() - timedelta(hours=1))
    await rig.deliver(stated(items(sold)), old)
    assert await differences(rig) == []


async def test_what_lies_beyond_the_window_is_none_of_its_business(rig: Rig, sold: Any) -> None:
    nothing = stated([]).model_copy(update={"after_id": sold.id})
    before = nothing.model_copy(update={"window_id": new_id(), "after_id": UUID(int=0), "up_to_id": UUID(int=9)})
    await rig.deliver(nothing, before)
    assert await differences(rig) == []


async def test_the_same_reference_twice_is_a_difference(rig: Rig, sold: Any) -> None:
    await rig.deliver(stated([*items(sold), *items(sold)]))
    assert (await differences(rig))[0] == ("shop_agrees_on_capture", str(sold.id), 8_000, 4_000)


async def test_another_currency_is_a_difference_twice(rig: Rig, sold: Any) -> None:
    euros = [item.model_copy(update={"amount": Money.of_minor(item.amount.minor, "EUR")}) for item in items(sold)]
    await rig.deliver(stated(euros))
    assert len(await differences(rig)) == 4


async def test_what_payment_states_is_not_compared_with_what_the_shop_does(rig: Rig, sold: Any) -> None:
    said = stated([]).model_dump()
    await rig.deliver(payment.PaymentBooksStated.model_validate(said))
    assert await differences(rig) == []
    missing = BookItem(reference_id=new_id(), kind="deposit", amount=Money.of_minor(500, "USD"))
    again = {**said, "items": [missing], "window_id": new_id()}
    await rig.deliver(payment.PaymentBooksStated.model_validate(again))
    assert await differences(rig) == [("payment_agrees_on_deposit", str(missing.reference_id), 500, 0)]


async def test_a_capture_posted_without_any_order_is_found(rig: Rig, bank: Any) -> None:
    anna, order = await bank.user("100.00"), new_id()
    async with rig.db.unit_of_work() as db:
        legs = [Leg(anna, "available", -900), Leg(None, "sales", 900)]
        await post(db, legs, kind="capture", currency="USD", reference_id=order)
    await rig.deliver(stated([]))
    assert await differences(rig) == [("shop_agrees_on_capture", str(order), 0, 900)]


async def test_books_of_a_service_that_the_wallet_does_not_know_are_compared(rig: Rig, bank: Any) -> None:
    anna, gift, missing = await bank.user(), new_id(), new_id()
    async with rig.db.unit_of_work() as db:
        legs = [Leg(None, "external", -900), Leg(anna, "available", 900)]
        await post(db, legs, kind="credit", currency="USD", reference_id=gift)
        amount = Money.of_minor(900, "USD")
        given = [BookItem(reference_id=each, kind="credit", amount=amount) for each in (gift, missing)]
        said = GiftsStated.model_validate({**stated([]).model_dump(), "items": given})
        await handler(GiftsStated).run(db, said)
    assert await differences(rig) == [("gifts_agrees_on_credit", str(missing), 900, 0)]


async def test_books_with_items_that_are_not_their_producers_to_state_are_rejected(rig: Rig) -> None:
    deposit = BookItem(reference_id=new_id(), kind="deposit", amount=Money.of_minor(500, "USD"))
    with pytest.raises(Reject, match="shop does not state deposit"):
        await rig.deliver(stated([deposit]))
