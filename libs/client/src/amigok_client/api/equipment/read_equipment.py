from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.equipment_out import EquipmentOut


def read_equipment(
    farm_id: UUID,
    equipment_id: UUID,
) -> Call[EquipmentOut]:
    """Returns equipment of a farm, also if it is retired.

    Sent with `Client.send`, which returns `EquipmentOut`.
    """

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/farms/{farm_id}/equipment/{equipment_id}".format(
            farm_id=quote(str(farm_id), safe=""),
            equipment_id=quote(str(equipment_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> EquipmentOut:
        response_200 = EquipmentOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
