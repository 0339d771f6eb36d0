import datetime
from io import BytesIO
from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...types import UNSET, File


def download_equipment_log_pdf(
    farm_id: UUID,
    equipment_id: UUID,
    *,
    first_day: datetime.date,
    last_day: datetime.date,
) -> Call[File]:
    """Downloads the log of equipment as a PDF to print.

    Sent with `Client.send`, which returns `File`.
    """

    params: dict[str, Any] = {}

    json_first_day = first_day.isoformat()
    params["first_day"] = json_first_day

    json_last_day = last_day.isoformat()
    params["last_day"] = json_last_day

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/farms/{farm_id}/equipment/{equipment_id}/log.pdf".format(
            farm_id=quote(str(farm_id), safe=""),
            equipment_id=quote(str(equipment_id), safe=""),
        ),
        "params": params,
    }

    def parse(response: httpx.Response) -> File:
        response_200 = File(payload=BytesIO(response.content))

        return response_200

    return Call(_kwargs, parse, True)
