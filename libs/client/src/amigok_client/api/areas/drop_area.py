from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call


def drop_area(
    farm_id: UUID,
    area_id: UUID,
) -> Call[None]:
    """Removes an area, or retires it if animals were ever placed there.

    Sent with `Client.send`, which returns `None`.
    """

    _kwargs: dict[str, Any] = {
        "method": "delete",
        "url": "/api/v1/admin/farms/{farm_id}/areas/{area_id}".format(
            farm_id=quote(str(farm_id), safe=""),
            area_id=quote(str(area_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> None:
        return None

    return Call(_kwargs, parse, True)
