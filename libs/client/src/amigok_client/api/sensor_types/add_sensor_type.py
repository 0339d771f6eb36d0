from typing import Any

import httpx

from ...calls import Call
from ...models.sensor_type_in import SensorTypeIn
from ...models.sensor_type_out import SensorTypeOut


def add_sensor_type(
    *,
    body: SensorTypeIn,
) -> Call[SensorTypeOut]:
    """Declares a further type of sensor.

    Sent with `Client.send`, which returns `SensorTypeOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/admin/sensor-types",
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> SensorTypeOut:
        response_201 = SensorTypeOut.from_dict(response.json())

        return response_201

    return Call(_kwargs, parse, True)
