from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.livestock_type_change import LivestockTypeChange
from ...models.livestock_type_details import LivestockTypeDetails


def change_livestock_type(
    type_id: UUID,
    *,
    body: LivestockTypeChange,
) -> Call[LivestockTypeDetails]:
    """Replaces a livestock type.

    Sent with `Client.send`, which returns `LivestockTypeDetails`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/v1/admin/livestock-types/{type_id}".format(
            type_id=quote(str(type_id), safe=""),
        ),
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> LivestockTypeDetails:
        response_200 = LivestockTypeDetails.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
