from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.equipment_change import EquipmentChange
from ...models.equipment_out import EquipmentOut


def change_equipment(
    farm_id: UUID,
    equipment_id: UUID,
    *,
    body: EquipmentChange,
) -> Call[EquipmentOut]:
    """Replaces what is known of equipment. A new range counts from now on.

    Sent with `Client.send`, which returns `EquipmentOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/v1/farms/{farm_id}/equipment/{equipment_id}".format(
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
