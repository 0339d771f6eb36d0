from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.area_in import AreaIn
from ...models.area_out import AreaOut


def add_area(
    farm_id: UUID,
    *,
    body: AreaIn,
) -> Call[AreaOut]:
    """Adds an area to a farm, such as a pen, a barn or a pasture.

    Sent with `Client.send`, which returns `AreaOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/admin/farms/{farm_id}/areas".format(
            farm_id=quote(str(farm_id), safe=""),
        ),
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> AreaOut:
        response_201 = AreaOut.from_dict(response.json())

        return response_201

    return Call(_kwargs, parse, True)
