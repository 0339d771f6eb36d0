"""Invoices over HTTP."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Query, Response

from amigok_chassis.auth import Administrator, CurrentUser
from amigok_chassis.context import InContext
from amigok_chassis.db import Reader, Session, Statements
from amigok_chassis.pagination import Page, PageRequest
from payment.invoices import billing, documents, queries
from payment.invoices.billing import BillingDetails
from payment.invoices.schemas import InvoiceFilters, InvoiceLine, InvoiceOut, LinkOut

router = APIRouter(prefix="/api/v1", tags=["payment"])


_PDF: dict[int | str, dict[str, Any]] = {
    200: {"content": {"application/pdf": {"schema": {"type": "string", "format": "binary"}}}}
}


@router.get("/invoices")
async def list_invoices(me: CurrentUser, db: Reader, paging: PageRequest) -> Page[InvoiceLine]:
    """Lists your invoices, newest first. 422 `invalid_cursor`."""
    return await queries.invoices_of(db, user_id=me.id, paging=paging)


@router.get("/invoices/billing-details")
async def read_billing_details(me: CurrentUser, db: Session) -> BillingDetails:
    """Returns the billing details on your invoices. 404 `billing_details_missing`."""
    return await billing.of(db, user_id=me.id)


@router.put("/invoices/billing-details")
async def put_billing_details(body: BillingDetails, me: CurrentUser, db: Session) -> BillingDetails:
    """Sets the billing details on your future invoices. 410 `account_deleted`."""
    await billing.keep(db, body, user_id=me.id)
    return body


@router.get("/invoices/file", response_class=Response, responses=_PDF)
async def download(link: Annotated[str, Query(max_length=100)], context: InContext) -> Response:
    """Returns the PDF of an invoice to whoever has its link. Access logs do not contain the link. 404 `link_not_valid`;
    410 `link_expired`.
    """
    return await documents.file(context, link)


@router.get("/invoices/{invoice_id}")
async def read_invoice(invoice_id: UUID, me: CurrentUser, db: Session) -> InvoiceOut:
    """Returns an invoice to its recipient. 404 `invoice_not_found`."""
    return queries.shown(db, await queries.visible(db, invoice_id, to=me))


@router.post("/invoices/{invoice_id}/download")
async def make_link(invoice_id: UUID, me: CurrentUser, db: Statements) -> LinkOut:
    """Creates a link to the PDF. It needs no sign-in and expires after five minutes. 404 `invoice_not_found`."""
    return await documents.link(db, invoice_id, to=me)


@router.get("/admin/invoices")
async def list_all_invoices(
    admin: Administrator, db: Reader, filters: Annotated[InvoiceFilters, Query()]
) -> Page[InvoiceLine]:
    """Lists all invoices, newest first, filtered by year, seller entity and recipient. 422 `invalid_cursor`."""
    return await queries.all_invoices(db, filters=filters)
