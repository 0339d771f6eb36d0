from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.quarantine_in import QuarantineIn
from ...models.quarantine_out import QuarantineOut


def start_quarantine(
    farm_id: UUID,
    *,
    body: QuarantineIn,
) -> Call[QuarantineOut]:
    """Starts a quarantine: no animal in the farm is sold, nor one that comes to it.

    Sent with `Client.send`, which returns `QuarantineOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/staff/farms/{farm_id}/quarantine".format(
            farm_id=quote(str(farm_id), safe=""),
        ),
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> QuarantineOut:
        response_201 = QuarantineOut.from_dict(response.json())

        return response_201

    return Call(_kwargs, parse, True)
