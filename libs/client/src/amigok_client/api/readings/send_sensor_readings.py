from typing import Any

import httpx

from ...calls import Call
from ...models.readings_in import ReadingsIn
from ...models.readings_out import ReadingsOut


def send_sensor_readings(
    *,
    body: ReadingsIn,
) -> Call[ReadingsOut]:
    """Takes in what a device's sensors measured. A sensor comes into being with its first reading.

    One reading that is refused keeps none of the others out. Sending them again has no further effect.

    Sent with `Client.send`, which returns `ReadingsOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/jetson/sensor-readings",
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> ReadingsOut:
        response_200 = ReadingsOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
