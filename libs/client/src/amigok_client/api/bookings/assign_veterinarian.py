from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.visit_in import VisitIn
from ...models.visit_out import VisitOut


def assign_veterinarian(
    request_id: UUID,
    *,
    body: VisitIn,
) -> Call[VisitOut]:
    """Sets who comes, and when. Without a veterinarian the nearest who is free and may do it.

    Sent with `Client.send`, which returns `VisitOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/v1/admin/care-requests/{request_id}/assign-vet".format(
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
