from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.farm_change import FarmChange
from ...models.farm_out import FarmOut


def change_farm(
    farm_id: UUID,
    *,
    body: FarmChange,
) -> Call[FarmOut]:
    """Replaces a farm.

    Sent with `Client.send`, which returns `FarmOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/v1/admin/farms/{farm_id}".format(
            farm_id=quote(str(farm_id), safe=""),
        ),
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> FarmOut:
        response_200 = FarmOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
