from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.sensor_page import SensorPage
from ...types import UNSET, Unset


def list_sensors_of_farm(
    farm_id: UUID,
    *,
    area_id: None | Unset | UUID = UNSET,
    type_: None | str | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
) -> Call[SensorPage]:
    """Lists the sensors of a farm with their newest values, for its staff.

    Sent with `Client.send`, which returns `SensorPage`.
    """

    params: dict[str, Any] = {}

    json_area_id: None | str | Unset
    if isinstance(area_id, Unset):
        json_area_id = UNSET
    elif isinstance(area_id, UUID):
        json_area_id = str(area_id)
    else:
        json_area_id = area_id
    params["area_id"] = json_area_id

    json_type_: None | str | Unset
    if isinstance(type_, Unset):
        json_type_ = UNSET
    else:
        json_type_ = type_
    params["type"] = json_type_

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
        "url": "/api/v1/farms/{farm_id}/sensors".format(
            farm_id=quote(str(farm_id), safe=""),
        ),
        "params": params,
    }

    def parse(response: httpx.Response) -> SensorPage:
        response_200 = SensorPage.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
