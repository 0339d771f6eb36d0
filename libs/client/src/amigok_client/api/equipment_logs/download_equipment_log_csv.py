import datetime
from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...types import UNSET


def download_equipment_log_csv(
    farm_id: UUID,
    equipment_id: UUID,
    *,
    first_day: datetime.date,
    last_day: datetime.date,
) -> Call[str]:
    """Downloads the log of equipment as CSV for spreadsheets.

    Sent with `Client.send`, which returns `str`.
    """

    params: dict[str, Any] = {}

    json_first_day = first_day.isoformat()
    params["first_day"] = json_first_day

    json_last_day = last_day.isoformat()
    params["last_day"] = json_last_day

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/farms/{farm_id}/equipment/{equipment_id}/log.csv".format(
            farm_id=quote(str(farm_id), safe=""),
            equipment_id=quote(str(equipment_id), safe=""),
        ),
        "params": params,
    }

    def parse(response: httpx.Response) -> str:
        response_200 = cast(str, response.content)
        return response_200

    return Call(_kwargs, parse, True)
