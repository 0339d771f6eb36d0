"""What time triggers for invoices."""

import asyncio

from amigok_chassis.runtime import Runtime
from amigok_chassis.service import errand
from payment import due
from payment.invoices import documents


@errand(seconds=2)
async def make_invoice_documents(process: Runtime) -> None:
    """Makes the PDFs of invoices that were issued, a few at a time; one that fails is tried again a minute later."""
    while ids := await due.reserve(process.db, "invoice_documents"):
        await asyncio.gather(*(documents.make(process, invoice_id) for invoice_id in ids))
