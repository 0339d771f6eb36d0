"""The PDF of an invoice: made from its row, stored sealed in the object storage, and made again if it is missing.

This happens outside transactions: read the row, typeset, store the object, then mark the row.
"""

from importlib.resources import files
from uuid import UUID

import structlog
from fastapi import Response
from sqlalchemy import update

from amigok_chassis import clock, typesetting
from amigok_chassis.auth import Principal
from amigok_chassis.context import Context
from amigok_chassis.db import Database
from amigok_chassis.errors import NotFound
from amigok_chassis.sealing import derive
from payment.invoices import links, queries
from payment.invoices.errors import LinkNotValid
from payment.invoices.models import Document, Invoice
from payment.invoices.schemas import InvoiceOut, LinkOut

log = structlog.get_logger()

_HEADERS = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer"}


async def link(db: Database, invoice_id: UUID, *, to: Principal) -> LinkOut:
    """Returns a link that opens the PDF for a few minutes. Raises InvoiceNotFound."""
    async with db.unit_of_work() as session:
        await queries.visible(session, invoice_id, to=to)
    expires_at = (clock.now() + links.LIFETIME).replace(microsecond=0)
    token = links.made(db.data_key, invoice_id, expires_at=expires_at)
    return LinkOut(url=f"/api/v1/invoices/file?link={token}", expires_at=expires_at)


async def file(context: Context, token: str) -> Response:
    """Returns the PDF that a link leads to, as a download. Raises LinkNotValid, LinkExpired, Unavailable."""
    invoice_id = links.opened(context.db.data_key, token)
    async with context.db.unit_of_work() as session:
        invoice = await session.get(Invoice, invoice_id)
        document = await session.get(Document, invoice_id)
        if invoice is None or document is None:
            raise LinkNotValid
        shown = queries.shown(session, invoice)
    content = await _kept(context, document) or await _made(context, document, shown)
    headers = {"Content-Disposition": f'attachment; filename="{shown.number}.pdf"', **_HEADERS}
    return Response(content, media_type="application/pdf", headers=headers)


async def make(context: Context, invoice_id: UUID) -> None:
    """Makes the PDF of an invoice and stores it. Raises Unavailable."""
    async with context.db.unit_of_work() as session:
        document = await session.get_one(Document, invoice_id)
        shown = queries.shown(session, await session.get_one(Invoice, invoice_id))
    await _made(context, document, shown)


async def typeset(invoice: InvoiceOut) -> bytes:
    """Returns the PDF. The same invoice always gives the same bytes."""
    template = files("payment.invoices").joinpath("invoice.typ").read_bytes()
    return await typesetting.pdf(template, invoice.model_dump(mode="json"), now=invoice.issued_at)


async def _kept(context: Context, document: Document) -> bytes | None:
    """Returns the stored PDF, or None if it is missing or was tampered with."""
    if document.stored_at is None:
        return None
    try:
        return await context.storage.get(document.key, secret=_secret(context))
    except (NotFound, ValueError) as error:
        log.error("invoice.document_lost", invoice_id=str(document.id), error=repr(error))
        return None


async def _made(context: Context, document: Document, invoice: InvoiceOut) -> bytes:
    content = await typeset(invoice)
    await context.storage.put(document.key, content, secret=_secret(context))
    kept = update(Document).where(Document.id == document.id).values(stored_at=clock.now(), due_at=None)
    async with context.db.unit_of_work() as session:
        await session.execute(kept)
    return content


def _secret(context: Context) -> bytes:
    return derive(context.db.data_key, "invoice documents")
