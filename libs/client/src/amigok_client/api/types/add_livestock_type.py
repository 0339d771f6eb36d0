from typing import Any

import httpx

from ...calls import Call
from ...models.livestock_type_details import LivestockTypeDetails
from ...models.livestock_type_in import LivestockTypeIn


def add_livestock_type(
    *,
    body: LivestockTypeIn,
) -> Call[LivestockTypeDetails]:
    """Adds a livestock type.

    Sent with `Client.send`, which returns `LivestockTypeDetails`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/admin/livestock-types",
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> LivestockTypeDetails:
        response_201 = LivestockTypeDetails.from_dict(response.json())

        return response_201

    return Call(_kwargs, parse, True)
