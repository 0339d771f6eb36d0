from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.care_request_out import CareRequestOut


def cancel_care(
    request_id: UUID,
) -> Call[CareRequestOut]:
    """Cancels your request before the work begins; what is held is yours again.

    Sent with `Client.send`, which returns `CareRequestOut`.
    """

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/care-requests/{request_id}/cancel".format(
            request_id=quote(str(request_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> CareRequestOut:
        response_200 = CareRequestOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
