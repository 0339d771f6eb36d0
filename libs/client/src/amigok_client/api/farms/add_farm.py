from typing import Any

import httpx

from ...calls import Call
from ...models.farm_in import FarmIn
from ...models.farm_out import FarmOut


def add_farm(
    *,
    body: FarmIn,
) -> Call[FarmOut]:
    """Adds a farm.

    Sent with `Client.send`, which returns `FarmOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/admin/farms",
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> FarmOut:
        response_201 = FarmOut.from_dict(response.json())

        return response_201

    return Call(_kwargs, parse, True)
