from typing import Any

import httpx

from ...calls import Call
from ...models.sensor_type_page import SensorTypePage
from ...types import UNSET, Unset


def list_sensor_types(
    *,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
) -> Call[SensorTypePage]:
    """Lists what sensors measure, by name.

    Sent with `Client.send`, which returns `SensorTypePage`.
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
        "url": "/api/v1/sensor-types",
        "params": params,
    }

    def parse(response: httpx.Response) -> SensorTypePage:
        response_200 = SensorTypePage.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
