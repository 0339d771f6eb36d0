from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.move_in import MoveIn
from ...models.movement_out import MovementOut


def move_livestock(
    livestock_id: UUID,
    *,
    body: MoveIn,
) -> Call[MovementOut]:
    """Moves an animal to another farm.

    Sent with `Client.send`, which returns `MovementOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/admin/livestock/{livestock_id}/move".format(
            livestock_id=quote(str(livestock_id), safe=""),
        ),
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> MovementOut:
        response_200 = MovementOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
