"""What time triggers for invoices."""

from uuid import UUID

from amigok_chassis.context import Context
from amigok_chassis.due import poller
from payment.invoices import documents
from payment.invoices.models import Document


@poller(Document)
async def make_invoice_document(context: Context, invoice_id: UUID) -> None:
    """Makes the PDF of a new invoice."""
    await documents.make(context, invoice_id)
