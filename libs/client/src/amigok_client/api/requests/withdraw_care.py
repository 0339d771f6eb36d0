from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.care_end_in import CareEndIn
from ...models.care_request_out import CareRequestOut


def withdraw_care(
    request_id: UUID,
    *,
    body: CareEndIn,
) -> Call[CareRequestOut]:
    """Cancels a request, also a mandatory one or one that is under way. Nothing is paid for it.

    Sent with `Client.send`, which returns `CareRequestOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/admin/care-requests/{request_id}/cancel".format(
            request_id=quote(str(request_id), safe=""),
        ),
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> CareRequestOut:
        response_200 = CareRequestOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
