from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.sensor_change import SensorChange
from ...models.sensor_out import SensorOut


def change_sensor(
    sensor_id: UUID,
    *,
    body: SensorChange,
) -> Call[SensorOut]:
    """Says in which area a sensor is.

    Sent with `Client.send`, which returns `SensorOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/v1/admin/sensors/{sensor_id}".format(
            sensor_id=quote(str(sensor_id), safe=""),
        ),
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> SensorOut:
        response_200 = SensorOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
