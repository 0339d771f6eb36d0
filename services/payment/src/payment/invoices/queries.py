"""Reads of invoices."""

from typing import Any
from uuid import UUID

from sqlalchemy import Select, select

from amigok_chassis.auth import Principal
from amigok_chassis.pagination import Page, Paging, paginate
from amigok_chassis.unit_of_work import UnitOfWork
from payment.invoices import billing, numbers, taxes
from payment.invoices.errors import InvoiceNotFound
from payment.invoices.models import Invoice
from payment.invoices.schemas import Content, InvoiceFilters, InvoiceLine, InvoiceOut, Item, Line, Recipient


async def invoices_of(db: UnitOfWork, *, user_id: UUID, paging: Paging) -> Page[InvoiceLine]:
    """Lists a user's invoices, newest first. Raises InvalidCursor."""
    return await _page(db, select(Invoice).where(Invoice.user_id == user_id), paging)


async def all_invoices(db: UnitOfWork, *, filters: InvoiceFilters) -> Page[InvoiceLine]:
    """Lists all invoices, newest first. Raises InvalidCursor."""
    wanted = filters.model_dump(exclude_none=True, exclude={"limit", "cursor"})
    return await _page(db, select(Invoice).filter_by(**wanted), filters.paging)


async def _page(db: UnitOfWork, query: Select[Any], paging: Paging) -> Page[InvoiceLine]:
    rows, cursor = await paginate(db, query, paging, key=[Invoice.id])
    return Page(items=[_line(row) for row in rows], next_cursor=cursor)


async def visible(db: UnitOfWork, invoice_id: UUID, *, to: Principal) -> Invoice:
    """Returns an invoice to its recipient and to administrators. Raises InvoiceNotFound."""
    invoice = await db.get(Invoice, invoice_id)
    if invoice is None or (invoice.user_id != to.id and to.role != "admin"):
        raise InvoiceNotFound
    return invoice


def shown(db: UnitOfWork, invoice: Invoice) -> InvoiceOut:
    """Returns the full invoice, its billing details opened with the data key."""
    content = Content.model_validate(invoice.content)
    details = billing.opened(db, invoice.recipient, bound=f"invoice {invoice.id}")
    return InvoiceOut(
        id=invoice.id,
        number=invoice.number,
        kind=invoice.kind,
        order_id=invoice.order_id,
        issued_at=invoice.issued_at,
        seller=content.seller,
        issuer=content.issuer,
        recipient=Recipient(customer_number=numbers.customer_number(invoice.user_id), details=details),
        items=[_item(invoice, line) for line in content.lines],
        net=invoice.money(invoice.net),
        tax=invoice.money(invoice.tax),
        total=invoice.money(invoice.total),
        tax_percent=taxes.percent(invoice.tax_basis_points),
        notes=content.notes,
    )


def _item(invoice: Invoice, line: Line) -> Item:
    return Item(
        description=line.description,
        detail=line.detail,
        quantity=line.quantity,
        unit_price=invoice.money(line.unit_price),
        amount=invoice.money(line.amount),
    )


def _line(invoice: Invoice) -> InvoiceLine:
    return InvoiceLine(
        id=invoice.id,
        number=invoice.number,
        kind=invoice.kind,
        order_id=invoice.order_id,
        user_id=invoice.user_id,
        issued_at=invoice.issued_at,
        total=invoice.money(invoice.total),
    )
