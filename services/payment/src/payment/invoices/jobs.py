"""What time triggers for invoices."""

import asyncio

from amigok_chassis.context import Context
from amigok_chassis.service import task
from payment import due
from payment.invoices import documents


@task(seconds=2)
async def make_invoice_documents(context: Context) -> None:
    """Makes the PDFs of new invoices, a few at a time. A failed one is retried a minute later."""
    while ids := await due.reserve(context.db, "invoice_documents"):
        await asyncio.gather(*(documents.make(context, invoice_id) for invoice_id in ids))
