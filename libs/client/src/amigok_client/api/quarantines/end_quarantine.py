from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.end_in import EndIn
from ...models.quarantine_out import QuarantineOut


def end_quarantine(
    farm_id: UUID,
    *,
    body: EndIn,
) -> Call[QuarantineOut]:
    """Ends a farm's quarantine. Nobody who owns an animal there may.

    Sent with `Client.send`, which returns `QuarantineOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/staff/farms/{farm_id}/quarantine/end".format(
            farm_id=quote(str(farm_id), safe=""),
        ),
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> QuarantineOut:
        response_200 = QuarantineOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
