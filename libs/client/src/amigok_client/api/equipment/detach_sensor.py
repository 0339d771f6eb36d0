from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call


def detach_sensor(
    farm_id: UUID,
    equipment_id: UUID,
    sensor_id: UUID,
) -> Call[None]:
    """Says that a sensor does not measure this equipment any more.

    Sent with `Client.send`, which returns `None`.
    """

    _kwargs: dict[str, Any] = {
        "method": "delete",
        "url": "/api/v1/farms/{farm_id}/equipment/{equipment_id}/sensors/{sensor_id}".format(
            farm_id=quote(str(farm_id), safe=""),
            equipment_id=quote(str(equipment_id), safe=""),
            sensor_id=quote(str(sensor_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> None:
        return None

    return Call(_kwargs, parse, True)
