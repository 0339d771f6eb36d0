from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.care_request_out import CareRequestOut


def read_care_request(
    request_id: UUID,
) -> Call[CareRequestOut]:
    """Returns one request to its owner, its veterinarian, farm people and administrators.

    Sent with `Client.send`, which returns `CareRequestOut`.
    """

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/care-requests/{request_id}".format(
            request_id=quote(str(request_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> CareRequestOut:
        response_200 = CareRequestOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
