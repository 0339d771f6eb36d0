from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.invoice_out import InvoiceOut


def read_invoice(
    invoice_id: UUID,
) -> Call[InvoiceOut]:
    """Returns an invoice to its recipient.

    Sent with `Client.send`, which returns `InvoiceOut`.
    """

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/invoices/{invoice_id}".format(
            invoice_id=quote(str(invoice_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> InvoiceOut:
        response_200 = InvoiceOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
