from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.care_request_out import CareRequestOut


def start_care(
    request_id: UUID,
) -> Call[CareRequestOut]:
    """Begins the work on a request that is assigned to you, once its price is held.

    Sent with `Client.send`, which returns `CareRequestOut`.
    """

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/v1/vet/care-requests/{request_id}/start".format(
            request_id=quote(str(request_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> CareRequestOut:
        response_200 = CareRequestOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
