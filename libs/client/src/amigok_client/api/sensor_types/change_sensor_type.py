from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.sensor_type_change import SensorTypeChange
from ...models.sensor_type_out import SensorTypeOut


def change_sensor_type(
    type_id: UUID,
    *,
    body: SensorTypeChange,
) -> Call[SensorTypeOut]:
    """Changes the plausible range of a type, for readings that arrive from now on.

    Sent with `Client.send`, which returns `SensorTypeOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/v1/admin/sensor-types/{type_id}".format(
            type_id=quote(str(type_id), safe=""),
        ),
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> SensorTypeOut:
        response_200 = SensorTypeOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
