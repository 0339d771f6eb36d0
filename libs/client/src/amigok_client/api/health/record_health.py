from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.health_record_in import HealthRecordIn
from ...models.health_record_out import HealthRecordOut


def record_health(
    livestock_id: UUID,
    *,
    body: HealthRecordIn,
) -> Call[HealthRecordOut]:
    """Records a check-up, a vaccination, a treatment, or the start or end of a quarantine.

    Sent with `Client.send`, which returns `HealthRecordOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/livestock/{livestock_id}/health".format(
            livestock_id=quote(str(livestock_id), safe=""),
        ),
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> HealthRecordOut:
        response_201 = HealthRecordOut.from_dict(response.json())

        return response_201

    return Call(_kwargs, parse, True)
