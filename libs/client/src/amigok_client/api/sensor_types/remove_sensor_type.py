from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call


def remove_sensor_type(
    type_id: UUID,
) -> Call[None]:
    """Removes a type that no sensor has.

    Sent with `Client.send`, which returns `None`.
    """

    _kwargs: dict[str, Any] = {
        "method": "delete",
        "url": "/api/v1/admin/sensor-types/{type_id}".format(
            type_id=quote(str(type_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> None:
        return None

    return Call(_kwargs, parse, True)
