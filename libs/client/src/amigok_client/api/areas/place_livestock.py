from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.placement_in import PlacementIn
from ...models.placement_out import PlacementOut


def place_livestock(
    farm_id: UUID,
    *,
    body: PlacementIn,
) -> Call[PlacementOut]:
    """Puts animals into an area of their farm, or out of any. Its staff, veterinarians and administrators may.

    Sent with `Client.send`, which returns `PlacementOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/staff/farms/{farm_id}/placements".format(
            farm_id=quote(str(farm_id), safe=""),
        ),
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> PlacementOut:
        response_201 = PlacementOut.from_dict(response.json())

        return response_201

    return Call(_kwargs, parse, True)
