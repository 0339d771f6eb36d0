from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.care_completion_in import CareCompletionIn
from ...models.care_request_out import CareRequestOut


def complete_care(
    request_id: UUID,
    *,
    body: CareCompletionIn,
) -> Call[CareRequestOut]:
    """Completes the care. What it came to is taken from what is held; beyond what was allowed the owner is asked.

    Sent with `Client.send`, which returns `CareRequestOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/vet/care-requests/{request_id}/complete".format(
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
