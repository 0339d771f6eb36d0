from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.birth_in import BirthIn
from ...models.birth_out import BirthOut


def record_birth(
    livestock_id: UUID,
    *,
    body: BirthIn,
) -> Call[BirthOut]:
    """Records a birth. The offspring belong to whoever owned the dam then, and somebody else has to confirm them.

    Sent with `Client.send`, which returns `BirthOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/livestock/{livestock_id}/births".format(
            livestock_id=quote(str(livestock_id), safe=""),
        ),
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> BirthOut:
        response_201 = BirthOut.from_dict(response.json())

        return response_201

    return Call(_kwargs, parse, True)
