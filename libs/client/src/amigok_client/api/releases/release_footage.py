from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.release_in import ReleaseIn
from ...models.release_out import ReleaseOut


def release_footage(
    livestock_id: UUID,
    *,
    body: ReleaseIn,
) -> Call[ReleaseOut]:
    """Lets buyers see what was recorded in a time that was yours, while the animal is for sale.

    Sent with `Client.send`, which returns `ReleaseOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/livestock/{livestock_id}/released-footage".format(
            livestock_id=quote(str(livestock_id), safe=""),
        ),
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> ReleaseOut:
        response_201 = ReleaseOut.from_dict(response.json())

        return response_201

    return Call(_kwargs, parse, True)
