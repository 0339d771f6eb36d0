from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.hand_over_in import HandOverIn
from ...models.visit_out import VisitOut


def hand_over_visit(
    request_id: UUID,
    *,
    body: HandOverIn,
) -> Call[VisitOut]:
    """Gives a visit of yours to another veterinarian who is free then; without one to the nearest.

    Sent with `Client.send`, which returns `VisitOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/vet/care-requests/{request_id}/hand-over".format(
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
