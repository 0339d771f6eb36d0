from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.bounds_out import BoundsOut


def get_bounds(
    type_id: UUID,
) -> Call[BoundsOut]:
    """Returns the bounds of a type; beyond them a second person is needed.

    Sent with `Client.send`, which returns `BoundsOut`.
    """

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/staff/livestock-types/{type_id}/bounds".format(
            type_id=quote(str(type_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> BoundsOut:
        response_200 = BoundsOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
