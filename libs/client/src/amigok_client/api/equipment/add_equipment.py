from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.equipment_in import EquipmentIn
from ...models.equipment_out import EquipmentOut


def add_equipment(
    farm_id: UUID,
    *,
    body: EquipmentIn,
) -> Call[EquipmentOut]:
    """Registers a refrigerator or the like on a farm.

    Sent with `Client.send`, which returns `EquipmentOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/farms/{farm_id}/equipment".format(
            farm_id=quote(str(farm_id), safe=""),
        ),
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> EquipmentOut:
        response_201 = EquipmentOut.from_dict(response.json())

        return response_201

    return Call(_kwargs, parse, True)
