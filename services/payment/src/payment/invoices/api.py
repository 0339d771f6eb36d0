"""Invoices over HTTP."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Query, Response

from amigok_chassis.auth import Administrator, CurrentUser
from amigok_chassis.context import InContext
from amigok_chassis.db import Reader, Session, Statements
from amigok_chassis.errors import Unavailable
from amigok_chassis.pagination import InvalidCursor, Page, PageRequest
from amigok_chassis.problems import problems
from payment.invoices import billing, documents, queries
from payment.invoices.billing import BillingDetails
from payment.invoices.errors import AccountDeleted, BillingDetailsMissing, InvoiceNotFound, LinkExpired, LinkNotValid
from payment.invoices.schemas import InvoiceFilters, InvoiceLine, InvoiceOut, LinkOut

router = APIRouter(prefix="/api/v1")


_PDF: dict[int | str, dict[str, Any]] = {
    200: {"content": {"application/pdf": {"schema": {"type": "string", "format": "binary"}}}}
}


@router.get("/invoices")
async def list_invoices(me: CurrentUser, db: Reader, paging: PageRequest) -> Page[InvoiceLine]:
    """Lists your invoices, newest first."""
    return await queries.invoices_of(db, user_id=me.id, paging=paging)


@router.get("/invoices/billing-details", responses=problems(BillingDetailsMissing))
async def read_billing_details(me: CurrentUser, db: Session) -> BillingDetails:
    """Returns the billing details on your invoices."""
    return await billing.of(db, user_id=me.id)


@router.put("/invoices/billing-details", responses=problems(AccountDeleted))
async def put_billing_details(body: BillingDetails, me: CurrentUser, db: Session) -> BillingDetails:
    """Sets the billing details on your future invoices."""
    await billing.keep(db, body, user_id=me.id)
    return body


@router.get(
    "/invoices/file", response_class=Response, responses=_PDF | problems(LinkNotValid, LinkExpired, Unavailable)
)
async def download(link: Annotated[str, Query(max_length=100)], context: InContext) -> Response:
    """Returns the PDF of an invoice to whoever has its link. Access logs do not contain the link."""
    return await documents.file(context, link)


@router.get("/invoices/{invoice_id}", responses=problems(InvoiceNotFound))
async def read_invoice(invoice_id: UUID, me: CurrentUser, db: Session) -> InvoiceOut:
    """Returns an invoice to its recipient."""
    return queries.shown(db, await queries.visible(db, invoice_id, to=me))


@router.post("/invoices/{invoice_id}/download", responses=problems(InvoiceNotFound))
async def make_invoice_link(invoice_id: UUID, me: CurrentUser, db: Statements) -> LinkOut:
    """Creates a link to the PDF. It needs no sign-in and expires after five minutes."""
    return await documents.link(db, invoice_id, to=me)


@router.get("/admin/invoices", responses=problems(InvalidCursor))
async def list_all_invoices(
    admin: Administrator, db: Reader, filters: Annotated[InvoiceFilters, Query()]
) -> Page[InvoiceLine]:
    """Lists all invoices, newest first, filtered by year, seller entity and recipient."""
    return await queries.all_invoices(db, filters=filters)
