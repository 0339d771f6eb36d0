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

    403 `not_owner`, `step_up_required`; 404 `livestock_not_found`; 409 `illegal_movement` (it is dead or gone),
    `removal_under_way`; 422 `day_out_of_range` (past, or more than a year away).

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
