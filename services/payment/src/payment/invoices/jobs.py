"""What time triggers."""

from amigok_chassis.runtime import Runtime
from amigok_chassis.service import errand
from payment.invoices import documents


@errand(5)
async def make_invoice_documents(runtime: Runtime) -> None:
    """Makes the PDFs of invoices that were issued; one that fails is left for a while and does not hold up others."""
    while await documents.make_next(runtime):
        pass
