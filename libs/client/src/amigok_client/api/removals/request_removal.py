from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.removal_in import RemovalIn
from ...models.removal_out import RemovalOut


def request_removal(
    livestock_id: UUID,
    *,
    body: RemovalIn,
) -> Call[RemovalOut]:
    """Requests the removal of your animal. It cannot be sold until the removal has ended.

    Sent with `Client.send`, which returns `RemovalOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/livestock/{livestock_id}/withdraw-request".format(
            livestock_id=quote(str(livestock_id), safe=""),
        ),
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> RemovalOut:
        response_201 = RemovalOut.from_dict(response.json())

        return response_201

    return Call(_kwargs, parse, True)
