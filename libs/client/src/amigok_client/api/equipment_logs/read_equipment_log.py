import datetime
from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.equipment_log_out import EquipmentLogOut
from ...types import UNSET


def read_equipment_log(
    farm_id: UUID,
    equipment_id: UUID,
    *,
    first_day: datetime.date,
    last_day: datetime.date,
) -> Call[EquipmentLogOut]:
    """Returns day by day how cold equipment was, its excursions, and when nothing was measured. At most 92 days.

    Sent with `Client.send`, which returns `EquipmentLogOut`.
    """

    params: dict[str, Any] = {}

    json_first_day = first_day.isoformat()
    params["first_day"] = json_first_day

    json_last_day = last_day.isoformat()
    params["last_day"] = json_last_day

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/farms/{farm_id}/equipment/{equipment_id}/log".format(
            farm_id=quote(str(farm_id), safe=""),
            equipment_id=quote(str(equipment_id), safe=""),
        ),
        "params": params,
    }

    def parse(response: httpx.Response) -> EquipmentLogOut:
        response_200 = EquipmentLogOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
