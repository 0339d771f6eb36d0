"""Escrow: the animal is the buyer's, and the price waits."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.testing import Rig
from amigok_contracts import Money
from amigok_contracts.identity import UserDeleted
from amigok_contracts.marketplace import OrderCompleted, OrderFulfilled, OrderHoldRequested
from amigok_contracts.marketplace_escrow import OrderEscrowed, OrderEscrowEnded
from marketplace.fees.rules import fee, of_part
from marketplace.orders import service
from marketplace.orders.numbers import DIGITS, check_digit, new_number, read
from marketplace.settings import FeeRule, Settings


async def at(rig: Rig, days: float) -> None:
    clock.set_offset(timedelta(days=days))
    await rig.run_job("enforce_deadlines")


async def test_the_price_waits_until_the_buyer_confirms(rig: Rig, market: Any) -> None:
    saga = await market.escrowed()
    [escrowed] = await rig.events(OrderEscrowed)
    assert (escrowed.owner_id, escrowed.block_reason, escrowed.source_id) == (
        saga.order.buyer_id,
        "in_escrow",
        saga.order.order_id,
    )
    assert await rig.events(OrderFulfilled) == []
    assert (await market.confirm(saga)).json()["state"] == "processing"
    assert (await market.confirm(saga)).json()["code"] == "not_in_escrow"
    await rig.deliver(saga.captured())
    [ended], [paid], [done] = [await rig.events(kind) for kind in (OrderEscrowEnded, OrderFulfilled, OrderCompleted)]
    assert (ended.by, ended.outcome, done.paid) == ("buyer", "released", saga.order.price)
    assert [share.amount.minor for share in paid.shares] == [23_400, 600]


async def test_the_seller_is_paid_when_nobody_has_complained_in_time(rig: Rig, market: Any) -> None:
    saga = await market.escrowed()
    await at(rig, 13.9)
    assert await rig.events(OrderFulfilled) == []
    assert await read_stuck(rig) == 0
    await at(rig, 14.1)
    assert len(await rig.events(OrderFulfilled)) == 1
    assert [ended.by for ended in await rig.events(OrderEscrowEnded)] == ["deadline"]
    assert (await market.confirm(saga)).json()["code"] == "not_in_escrow"
    await at(rig, 14.2)
    assert len(await rig.events(OrderFulfilled)) == 1
    assert await read_stuck(rig) == 1


async def read_stuck(rig: Rig) -> int:
    async with rig.db.unit_of_work() as db:
        return await service.stuck(db)


async def test_the_hold_outlasts_escrow_and_complaints(rig: Rig, market: Any) -> None:
    await market.escrowed()
    await market.saga_of(await market.listed(), new_id())
    users, platforms = await rig.events(OrderHoldRequested)
    assert users.expires_at > clock.now() + timedelta(days=190)
    assert platforms.expires_at is None


async def test_without_escrow_users_are_paid_at_once(rig: Rig, market: Any) -> None:
    rig.context.use(Settings(escrow=timedelta()))
    saga = await market.escrowed()
    assert (await market.order_of(str(saga.order.order_id), saga.order.buyer_id))["state"] == "processing"
    assert await rig.events(OrderEscrowed) == []


async def test_only_the_buyer_confirms(rig: Rig, market: Any) -> None:
    saga = await market.escrowed()
    for other in (saga.order.seller_id, new_id()):
        path = f"{market.path}/orders/{saga.order.order_id}/confirm"
        assert (await rig.request("POST", path, user=other)).status_code == 404


async def test_parties_read_what_happened_by_roles_and_only_they_read_about_delivery(rig: Rig, market: Any) -> None:
    seller, buyer = new_id(), new_id()
    delivery = {"address": "Hill Road 1\nBornova", "notes": "Ring twice"}
    saga, order_id = await market.saga_of(await market.listed(seller), buyer, json={"delivery": delivery})
    assert (await market.order_of(order_id, buyer))["delivery"] == delivery
    assert (await market.order_of(order_id, seller))["delivery"] is None
    await rig.deliver(saga.hold_placed(), saga.transferred())
    assert (await market.order_of(order_id, seller))["delivery"] == delivery
    path = f"{market.path}/orders/{order_id}"
    assert (await rig.request("GET", path, user=market.admin, role="admin")).json()["delivery"] is None
    await market.confirm(saga)
    steps = (await market.order_of(order_id, seller))["timeline"]
    assert [(step["what"], step["by"]) for step in steps] == [
        ("place", "buyer"),
        ("confirm", "platform"),
        ("escrow", "platform"),
        ("receive", "buyer"),
    ]
    told = await rig.db.fetch("SELECT data::text FROM outbox UNION ALL SELECT delivery::text FROM orders")
    assert not [row for row in told if "Bornova" in str(row)]
    await rig.deliver(UserDeleted(user_id=buyer, role="investor", status="deleted"))
    assert (await market.order_of(order_id, seller))["delivery"] is None


async def test_sellers_do_not_read_how_an_order_ended_whose_price_was_never_held(rig: Rig, market: Any) -> None:
    seller, buyer = new_id(), new_id()
    _, order_id = await market.saga_of(await market.listed(seller), buyer)
    await rig.request("POST", f"{market.path}/orders/{order_id}/cancel", user=buyer)
    assert [step["what"] for step in (await market.order_of(order_id, buyer))["timeline"]] == ["place", "cancel"]
    [sold] = (await rig.request("GET", f"{market.path}/my-sales", user=seller)).json()["items"]
    assert ([step["what"] for step in sold["timeline"]], sold["reason"]) == (["place"], "not_paid")


def test_a_number_that_is_mistyped_is_no_number() -> None:
    number = new_number()
    assert read(f" {number.lower().replace('-', '')} ") == number
    digits = number.replace("-", "")
    for place, digit in enumerate(digits):
        for other in set(DIGITS) - {digit}:
            with pytest.raises(ValueError, match="no order number"):
                read(digits[:place] + other + digits[place + 1 :])
        swapped = digits[:place] + digits[place + 1 : place + 2] + digit + digits[place + 2 :]
        if swapped != digits and len(swapped) == len(digits):
            with pytest.raises(ValueError, match="no order number"):
                read(swapped)
    assert read("OIL" + "0" * 8 + check_digit("011" + "0" * 8)).startswith("011")


@pytest.mark.parametrize(
    ("price", "currency", "points", "minimum", "taken"),
    [
        ("240.00", "USD", 250, 0, "6.00"),
        ("0.20", "USD", 250, 0, "0.01"),
        ("10.00", "USD", 250, 100, "1.00"),
        ("0.50", "USD", 250, 100, "0.50"),
        ("240", "JPY", 250, 0, "6"),
        ("240.000", "KWD", 1, 0, "0.024"),
    ],
)
def test_a_fee_is_a_share_and_at_least_the_minimum_and_at_most_the_price(
    price: str, currency: str, points: int, minimum: int, taken: str
) -> None:
    money = Money(amount=Decimal(price), currency=currency)
    assert fee(money, basis_points=points, minimum=minimum) == Money(amount=Decimal(taken), currency=currency)


def test_a_part_of_the_price_bears_its_part_of_the_fee() -> None:
    assert [of_part(600, part=part, price=24_000) for part in (24_000, 12_000, 20, 19)] == [600, 300, 1, 0]


async def test_who_sells_reads_the_fee_before_and_the_listing_keeps_it(rig: Rig, market: Any) -> None:
    rule = FeeRule(basis_points=300, minimum={"USD": Decimal("10.00")})
    rig.context.use(Settings(fees={"user_resale": rule}))
    quote = (await rig.request("GET", f"{market.path}/fee", params={"price": "240.00"})).json()
    assert (quote["fee"]["amount"], quote["proceeds"]["amount"]) == ("10.00", "230.00")
    for params in ({"price": "0.001"}, {"price": "0"}, {"currency": "JPY"}, {"listing_type": "other"}):
        assert (await rig.request("GET", f"{market.path}/fee", params=params)).status_code == 422
    platforms = {"price": "240.00", "listing_type": "system_livestock"}
    assert (await rig.request("GET", f"{market.path}/fee", params=platforms)).json()["fee"]["amount"] == "6.00"
    livestock_id = await market.listed(new_id())
    rig.context.use(Settings())
    saga, _ = await market.saga_of(livestock_id, new_id())
    assert saga.order.fee.minor == 1_000


async def test_administrators_find_orders_and_read_what_they_come_to(rig: Rig, market: Any) -> None:
    one, other = await market.escrowed(), await market.escrowed()
    await market.confirm(one)
    await rig.deliver(one.captured())

    async def found(**params: Any) -> Any:
        answer = await rig.request(
            "GET", "/api/v1/admin/marketplace/orders", user=market.admin, role="admin", params=params
        )
        return [item["id"] for item in answer.json()["items"]] if answer.status_code == 200 else answer.status_code

    [first, second] = [str(saga.order.order_id) for saga in (one, other)]
    number = (await market.order_of(first, one.order.buyer_id))["number"]
    assert await found() == [second, first]
    assert await found(state="escrowed") == [second]
    assert await found(party=str(one.order.seller_id)) == await found(number=number.lower()) == [first]
    assert await found(until="2020-01-01T00:00:00Z") == []
    assert [await found(number="7K3F"), await found(limit="0"), await found(cursor="x")] == [422, 422, 422]
    today = clock.now().date().isoformat()
    path = "/api/v1/admin/marketplace/statistics"
    period = {"since": today, "until": today}
    answer = (await rig.request("GET", path, user=market.admin, role="admin", params=period)).json()
    [day] = answer["days"]
    assert (day["placed"], day["completed"], day["volume"]["amount"], day["fees"]["amount"]) == (2, 1, "240.00", "6.00")
    assert [(each["state"], each["orders"]) for each in answer["states"]] == [("completed", 1), ("escrowed", 1)]
    period["since"] = "2020-01-01"
    assert (await rig.request("GET", path, user=market.admin, role="admin", params=period)).status_code == 422
