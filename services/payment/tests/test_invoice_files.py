"""The PDF of an invoice, and the links that lead to it."""

import base64
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import pytest

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.testing import Rig, running
from amigok_contracts import Money
from payment.invoices import documents
from payment.invoices.billing import BillingDetails
from payment.invoices.schemas import InvoiceOut, Item, Party, Recipient
from payment.invoices.service import PDF_AFTER
from payment.main import service
from services.payment.tests.conftest import Order

PLATFORM = Party(name="Amigok", address=["1 Example Road"], tax_id="XX1", email="billing@amigok.test")


@pytest.fixture
async def rig() -> AsyncIterator[Rig]:
    async with running(service) as rig:
        yield rig


@pytest.fixture
async def bought(rig: Rig) -> Any:
    each = Order(new_id(), seller=None, title='#read("/etc/passwd") $x *b* "] 羊')
    await rig.deliver(each.placed(), each.completed())
    return each


async def link(rig: Rig, bought: Any) -> str:
    [invoice] = (await rig.request("GET", "/api/v1/invoices", user=bought.buyer)).json()["items"]
    made = await rig.request("POST", f"/api/v1/invoices/{invoice['id']}/download", user=bought.buyer)
    return str(made.json()["url"])


async def test_a_link_gives_the_file_without_a_session_before_and_after_it_is_kept(rig: Rig, bought: Any) -> None:
    url = await link(rig, bought)
    first = await rig.request("GET", url)
    assert (first.status_code, first.headers["content-type"], first.content[:5]) == (200, "application/pdf", b"%PDF-")
    name = f"AMG-{clock.now().year}-000001.pdf"
    assert first.headers["content-disposition"] == f'attachment; filename="{name}"'
    assert first.headers["cache-control"] == "no-store"
    assert (await rig.request("GET", url)).content == first.content


async def test_files_are_kept_sealed_when_the_rush_is_over_and_made_anew_when_they_are_lost(
    rig: Rig, bought: Any
) -> None:
    await rig.run_task("make_invoice_document")
    assert not await rig.db.fetch("SELECT FROM invoice_documents WHERE stored_at IS NOT NULL")
    clock.set_offset(PDF_AFTER)
    await rig.run_task("make_invoice_document")
    [row] = await rig.db.fetch("SELECT id, stored_at FROM invoice_documents")
    assert row["stored_at"] is not None
    key = f"invoices/{row['id']}.pdf"
    kept = await rig.context.storage.get(key)
    assert not kept.startswith(b"%PDF-")
    await rig.context.storage.delete(key)
    assert (await rig.request("GET", await link(rig, bought))).content[:5] == b"%PDF-"
    assert len(await rig.context.storage.get(key)) == len(kept)


async def test_a_link_expires(rig: Rig, bought: Any) -> None:
    url = await link(rig, bought)
    clock.set_offset(timedelta(minutes=5))
    late = await rig.request("GET", url)
    assert (late.status_code, late.json()["code"]) == (410, "link_expired")


async def test_a_link_that_was_changed_leads_nowhere(rig: Rig, bought: Any) -> None:
    url = await link(rig, bought)
    before, token = url.split("=", 1)
    assert before == "/api/v1/invoices/file?link"  # access logs drop queries, not paths
    raw = bytearray(base64.urlsafe_b64decode(token))
    for place in (0, 15, 16, 21, 22, len(raw) - 1):
        forged = bytearray(raw)
        forged[place] ^= 1
        tokens = [base64.urlsafe_b64encode(forged).decode(), token[:-4], "x", "ü", "=", "A" * 72]
        for each in tokens:
            answer = await rig.request("GET", f"{before}={each}")
            assert (answer.status_code, answer.json()["code"]) == (404, "link_not_valid"), each
    for each in ("A" * 101, "%00"):
        assert (await rig.request("GET", f"{before}={each}")).status_code == 422


async def test_a_file_that_was_put_in_the_place_of_another_is_not_served(rig: Rig, bought: Any) -> None:
    other = Order(new_id(), seller=None)
    await rig.deliver(other.placed(), other.completed())
    clock.set_offset(PDF_AFTER)
    await rig.run_task("make_invoice_document")
    rows = await rig.db.fetch("SELECT id FROM invoice_documents ORDER BY id")
    mine, theirs = (f"invoices/{row['id']}.pdf" for row in rows)
    url = await link(rig, bought)
    right = (await rig.request("GET", url)).content
    await rig.context.storage.put(mine, await rig.context.storage.get(theirs))
    assert (await rig.request("GET", url)).content == right


async def test_nobody_gets_a_link_to_what_is_not_there(rig: Rig) -> None:
    answer = await rig.request("POST", f"/api/v1/invoices/{new_id()}/download", user=new_id())
    assert (answer.status_code, answer.json()["code"]) == (404, "invoice_not_found")


@pytest.mark.parametrize("currency", ["EUR", "GBP", "USD"])
async def test_long_words_many_items_and_large_amounts_have_room(currency: Any) -> None:
    def money(minor: int) -> Money:
        return Money.of_minor(minor, currency)

    long = BillingDetails(
        name="W" * 200, street="ü" * 200, postal_code="1" * 20, city="M" * 100, country="DE", tax_id="X" * 40
    )
    items = [
        Item(description="W" * 120, detail="#hash", quantity=n, unit_price=money(10**11), amount=money(n * 10**11))
        for n in range(1, 41)
    ]
    invoice = InvoiceOut(
        id=new_id(),
        number="AMG-2026-000042",
        kind="purchase",
        order_id=new_id(),
        issued_at=clock.now(),
        seller=PLATFORM,
        issuer=PLATFORM,
        recipient=Recipient(customer_number="C1", details=long),
        items=items,
        net=money(10**14),
        tax=money(0),
        tax_percent="0",
        total=money(10**14),
        notes=["Paid."],
    )
    first, again = [await documents.typeset(invoice) for _ in range(2)]
    assert first.startswith(b"%PDF-")
    assert first == again
