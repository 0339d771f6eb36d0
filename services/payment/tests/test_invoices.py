"""The invoices of a completed order, and their numbers."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from itertools import permutations
from typing import Any
from uuid import UUID

import asyncpg
import pytest

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.testing import Rig, running
from amigok_contracts import Money
from amigok_contracts.identity import UserDeleted
from amigok_contracts.payment import InvoiceIssued
from payment.invoices import numbers, taxes
from payment.main import service
from services.payment.tests.conftest import Order


@pytest.fixture
async def rig() -> AsyncIterator[Rig]:
    async with running(service) as rig:
        yield rig


DETAILS = {"name": "Anna Schäfer", "street": "Feldweg 3", "postal_code": "1050", "city": "Wien", "country": "AT"}


def order(
    *, buyer: UUID | None = None, seller: UUID | None = None, fee: int = 600, currency: str = "USD", **more: Any
) -> Order:
    price, taken = (Money.of_minor(minor, currency) for minor in (24_000, fee))
    return Order(buyer or new_id(), price=price, fee=taken, seller=seller, pay_with="wallet", **more)


async def invoices(rig: Rig, user: UUID) -> list[dict[str, Any]]:
    items = (await rig.request("GET", "/api/v1/invoices", user=user)).json()["items"]
    return [(await rig.request("GET", f"/api/v1/invoices/{item['id']}", user=user)).json() for item in items]


@pytest.mark.parametrize("turn", range(2))
async def test_an_order_is_invoiced_once_whatever_is_heard_first_and_however_often(rig: Rig, turn: int) -> None:
    bought = order()
    await rig.deliver(*list(permutations([bought.placed(), bought.completed()]))[turn])
    await rig.deliver(bought.completed(), bought.placed(), bought.completed())
    [invoice] = await invoices(rig, bought.buyer)
    assert invoice["number"] == f"AMG-{clock.now().year}-000001"
    assert (invoice["kind"], invoice["order_id"]) == ("purchase", str(bought.id))
    assert [invoice[part]["amount"] for part in ("net", "tax", "total")] == ["201.68", "38.32", "240.00"]
    assert invoice["recipient"] == {"customer_number": numbers.customer_number(bought.buyer), "details": None}
    [said] = await rig.events(InvoiceIssued)
    assert (said.number, said.user_id, said.total) == (invoice["number"], bought.buyer, bought.price)


async def test_what_is_not_completed_is_not_invoiced(rig: Rig) -> None:
    await rig.deliver(order().placed(), order().completed())
    assert await rig.events(InvoiceIssued) == []


async def test_a_selling_user_invoices_the_buyer_and_is_invoiced_the_fee(rig: Rig) -> None:
    resold = order(seller=new_id(), currency="EUR")
    await rig.deliver(resold.placed(), resold.completed())
    [purchase] = await invoices(rig, resold.buyer)
    entity = numbers.seller_entity(resold.seller)
    assert purchase["number"] == f"{entity}-{clock.now().year}-000001"
    assert (purchase["tax"]["amount"], purchase["seller"]["tax_id"]) == ("0.00", None)
    assert any("private person" in note for note in purchase["notes"])
    [fee] = await invoices(rig, resold.seller)
    assert (fee["kind"], fee["number"]) == ("fee", f"AMG-{clock.now().year}-000001")
    assert [fee[part]["amount"] for part in ("net", "tax", "total")] == ["5.04", "0.96", "6.00"]


async def test_a_sale_without_a_fee_has_one_invoice(rig: Rig) -> None:
    gift = order(seller=new_id(), fee=0)
    await rig.deliver(gift.placed(), gift.completed())
    assert [said.user_id for said in await rig.events(InvoiceIssued)] == [gift.buyer]


async def test_numbers_have_no_gaps_however_many_issue_at_once_and_whoever_fails(rig: Rig) -> None:
    async def fail() -> None:
        async with rig.db.unit_of_work() as db:
            await numbers.next_in(db, "AMG", clock.now().year)
            raise ConnectionError

    seller = new_id()
    orders = [order(seller=seller if n % 2 else None) for n in range(40)]
    await asyncio.gather(*(rig.deliver(each.placed()) for each in orders))
    tries = [rig.deliver(each.completed()) for each in orders for _ in range(2)] + [fail() for _ in range(10)]
    await asyncio.gather(*tries, return_exceptions=True)
    issued = [said.number for said in await rig.events(InvoiceIssued)]
    year = clock.now().year
    own = [f"AMG-{year}-{n:06}" for n in range(1, 41)]
    theirs = [f"{numbers.seller_entity(seller)}-{year}-{n:06}" for n in range(1, 21)]
    assert sorted(issued) == sorted(own + theirs)


async def test_each_year_begins_a_series(rig: Rig) -> None:
    for _ in range(2):
        each = order()
        await rig.deliver(each.placed(), each.completed())
        clock.set_offset(timedelta(days=366))
    numbers = [said.number for said in await rig.events(InvoiceIssued)]
    year = clock.now().year
    assert numbers[1] == f"AMG-{year}-000001" != numbers[0]


@pytest.mark.parametrize(
    "statement", ["UPDATE invoices SET total = total", "DELETE FROM invoices", "TRUNCATE invoices CASCADE"]
)
async def test_an_invoice_is_never_changed(rig: Rig, statement: str) -> None:
    each = order()
    await rig.deliver(each.placed(), each.completed())
    with pytest.raises(asyncpg.RestrictViolationError):
        await rig.db.fetch(statement)


@pytest.mark.parametrize(
    ("gross", "rate", "tax"),
    [
        (24_000, 1_900, 3_832),
        (1, 1_900, 0),
        (3, 2_000, 1),
        (119, 1_900, 19),
        (10_810, 810, 810),
        (500, 0, 0),
        (10**15, 10_000, 5 * 10**14),
    ],
)
def test_tax_is_what_the_price_includes_rounded_half_up(gross: int, rate: int, tax: int) -> None:
    assert taxes.included(gross, rate) == tax


async def test_billing_details_stand_on_invoices_issued_afterwards(rig: Rig) -> None:
    anna = new_id()
    before, after = order(buyer=anna), order(buyer=anna)
    await rig.deliver(before.placed(), before.completed())
    missing = await rig.request("GET", "/api/v1/invoices/billing-details", user=anna)
    assert (missing.status_code, missing.json()["code"]) == (404, "billing_details_missing")
    await rig.request("PUT", "/api/v1/invoices/billing-details", user=anna, json=DETAILS)
    await rig.deliver(after.placed(), after.completed())
    await rig.request("PUT", "/api/v1/invoices/billing-details", user=anna, json=DETAILS | {"city": "Graz"})
    newer, older = await invoices(rig, anna)
    assert (newer["recipient"]["details"]["city"], older["recipient"]["details"]) == ("Wien", None)
    assert (await rig.request("GET", "/api/v1/invoices/billing-details", user=anna)).json()["city"] == "Graz"
    for table in ("invoices", "billing_details", "outbox"):
        assert b"Anna" not in b" ".join(repr(row).encode() for row in await rig.db.fetch(f"SELECT * FROM {table}"))


async def test_billing_details_go_with_the_account_and_do_not_come_back(rig: Rig) -> None:
    anna = new_id()
    await rig.request("PUT", "/api/v1/invoices/billing-details", user=anna, json=DETAILS)
    deleted = UserDeleted(user_id=anna, aggregate_version=2, role="investor", status="deleted")
    await rig.deliver(deleted, deleted)
    assert (await rig.request("GET", "/api/v1/invoices/billing-details", user=anna)).status_code == 404
    late = await rig.request("PUT", "/api/v1/invoices/billing-details", user=anna, json=DETAILS)
    assert (late.status_code, late.json()["code"]) == (410, "account_deleted")


@pytest.mark.parametrize(
    "odd",
    [
        {"name": ""},
        {"name": "a\x00"},
        {"name": "x" * 201},
        {"country": "at"},
        {"name": "a\u202eb"},
        {"more": "1"},
        {"name": 7},
    ],
)
async def test_odd_billing_details_are_refused(rig: Rig, odd: dict[str, Any]) -> None:
    answer = await rig.request("PUT", "/api/v1/invoices/billing-details", user=new_id(), json=DETAILS | odd)
    assert answer.status_code in (400, 422)


async def test_invoices_are_seen_by_their_recipient_and_administrators(rig: Rig) -> None:
    bought = order(seller=new_id())
    await rig.deliver(bought.placed(), bought.completed())
    [mine] = (await rig.request("GET", "/api/v1/invoices", user=bought.buyer)).json()["items"]
    path = f"/api/v1/invoices/{mine['id']}"
    for method, url in (("GET", path), ("POST", f"{path}/download")):
        other = await rig.request(method, url, user=bought.seller)
        assert (other.status_code, other.json()["code"]) == (404, "invoice_not_found")
        assert (await rig.request(method, url, user=new_id(), role="admin")).status_code == 200


async def test_administrators_find_invoices_by_year_entity_and_recipient(rig: Rig) -> None:
    seller, year = new_id(), clock.now().year
    orders = [order(seller=seller), order(), order()]
    for each in orders:
        await rig.deliver(each.placed(), each.completed())

    async def found(**filters: Any) -> int:
        page = await rig.request("GET", "/api/v1/admin/invoices", user=new_id(), role="admin", params=filters)
        return len(page.json()["items"])

    assert await found() == await found(year=year) == 4
    assert await found(year=year - 1) == 0
    assert await found(entity="AMG") == 3
    assert await found(entity=numbers.seller_entity(seller), year=year) == 1
    assert await found(user_id=str(seller)) == 1
    assert await found(entity="AMG", limit=2) == 2
