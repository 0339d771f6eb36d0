from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.equipment_out import EquipmentOut
from ...models.status_in import StatusIn


def switch_equipment(
    farm_id: UUID,
    equipment_id: UUID,
    *,
    body: StatusIn,
) -> Call[EquipmentOut]:
    """Says that equipment is on, off or in maintenance. It is judged while it is on.

    Sent with `Client.send`, which returns `EquipmentOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/v1/farms/{farm_id}/equipment/{equipment_id}/status".format(
            farm_id=quote(str(farm_id), safe=""),
            equipment_id=quote(str(equipment_id), safe=""),
        ),
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> EquipmentOut:
        response_200 = EquipmentOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
