from typing import Any

import httpx

from ...calls import Call
from ...models.sensor_in import SensorIn
from ...models.sensor_out import SensorOut


def add_sensor(
    *,
    body: SensorIn,
) -> Call[SensorOut]:
    """Adds a sensor before its first reading.

    Sent with `Client.send`, which returns `SensorOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/admin/sensors",
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> SensorOut:
        response_201 = SensorOut.from_dict(response.json())

        return response_201

    return Call(_kwargs, parse, True)
