from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.care_seen_in import CareSeenIn
from ...models.visit_out import VisitOut


def give_up_slot(
    request_id: UUID,
    *,
    body: CareSeenIn,
) -> Call[VisitOut]:
    """Gives up the slot of a request of yours. You can book another.

    Sent with `Client.send`, which returns `VisitOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/care-requests/{request_id}/slot/give-up".format(
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
