from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.alarm_counts_out import AlarmCountsOut


def count_alarms(
    farm_id: UUID,
) -> Call[AlarmCountsOut]:
    """Counts the open alarms of a farm.

    Sent with `Client.send`, which returns `AlarmCountsOut`.
    """

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/farms/{farm_id}/alarm-counts".format(
            farm_id=quote(str(farm_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> AlarmCountsOut:
        response_200 = AlarmCountsOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
