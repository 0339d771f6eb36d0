from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.slot_in import SlotIn
from ...models.visit_out import VisitOut


def book_slot(
    request_id: UUID,
    *,
    body: SlotIn,
) -> Call[VisitOut]:
    """Books a slot for an accepted request of yours, or moves the visit to it.

    Sent with `Client.send`, which returns `VisitOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/v1/care-requests/{request_id}/slot".format(
            request_id=quote(str(request_id), safe=""),
        ),
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> VisitOut:
        response_200 = VisitOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
