from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.weighing_in import WeighingIn
from ...models.weighing_out import WeighingOut


def weigh(
    livestock_id: UUID,
    *,
    body: WeighingIn,
) -> Call[WeighingOut]:
    """Records a weight. The farm's own staff, veterinarians and administrators may.

    Sent with `Client.send`, which returns `WeighingOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/livestock/{livestock_id}/weights".format(
            livestock_id=quote(str(livestock_id), safe=""),
        ),
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> WeighingOut:
        response_201 = WeighingOut.from_dict(response.json())

        return response_201

    return Call(_kwargs, parse, True)
