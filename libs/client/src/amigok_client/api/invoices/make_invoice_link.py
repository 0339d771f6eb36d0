from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.link_out import LinkOut


def make_invoice_link(
    invoice_id: UUID,
) -> Call[LinkOut]:
    """Creates a link to the PDF. It needs no sign-in and expires after five minutes.

    Sent with `Client.send`, which returns `LinkOut`.
    """

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/invoices/{invoice_id}/download".format(
            invoice_id=quote(str(invoice_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> LinkOut:
        response_200 = LinkOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
