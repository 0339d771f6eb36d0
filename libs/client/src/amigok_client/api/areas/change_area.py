from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.area_change import AreaChange
from ...models.area_out import AreaOut


def change_area(
    farm_id: UUID,
    area_id: UUID,
    *,
    body: AreaChange,
) -> Call[AreaOut]:
    """Renames an area, retires it, or takes it into use again.

    Sent with `Client.send`, which returns `AreaOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/v1/admin/farms/{farm_id}/areas/{area_id}".format(
            farm_id=quote(str(farm_id), safe=""),
            area_id=quote(str(area_id), safe=""),
        ),
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> AreaOut:
        response_200 = AreaOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
