from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.add_evidence_form import AddEvidenceForm
from ...models.complaint_file_out import ComplaintFileOut


def add_evidence(
    order_id: UUID,
    *,
    body: AddEvidenceForm,
) -> Call[ComplaintFileOut]:
    """Adds a JPEG or PNG to an open complaint about what you have bought or sold.

    Sent with `Client.send`, which returns `ComplaintFileOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/marketplace/orders/{order_id}/complaint/files".format(
            order_id=quote(str(order_id), safe=""),
        ),
    }
    _kwargs["files"] = body.to_multipart()

    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> ComplaintFileOut:
        response_201 = ComplaintFileOut.from_dict(response.json())

        return response_201

    return Call(_kwargs, parse, True)
