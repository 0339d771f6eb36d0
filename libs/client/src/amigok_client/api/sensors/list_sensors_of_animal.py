from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.sensor_page import SensorPage
from ...types import UNSET, Unset


def list_sensors_of_animal(
    livestock_id: UUID,
    *,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
) -> Call[SensorPage]:
    """Lists what is measured in the area of an animal, such as temperature: for its owner while it is theirs.

    Sent with `Client.send`, which returns `SensorPage`.
    """

    params: dict[str, Any] = {}

    params["limit"] = limit

    json_cursor: None | str | Unset
    if isinstance(cursor, Unset):
        json_cursor = UNSET
    else:
        json_cursor = cursor
    params["cursor"] = json_cursor

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/livestock/{livestock_id}/sensors".format(
            livestock_id=quote(str(livestock_id), safe=""),
        ),
        "params": params,
    }

    def parse(response: httpx.Response) -> SensorPage:
        response_200 = SensorPage.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
