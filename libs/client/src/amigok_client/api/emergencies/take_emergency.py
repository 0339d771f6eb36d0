from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.visit_out import VisitOut


def take_emergency(
    request_id: UUID,
) -> Call[VisitOut]:
    """Takes an emergency over: you come as soon as you can. Visits of yours that are in the way go to others.

    Sent with `Client.send`, which returns `VisitOut`.
    """

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/vet/care-requests/{request_id}/take".format(
            request_id=quote(str(request_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> VisitOut:
        response_200 = VisitOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
