from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.alarm_out import AlarmOut


def read_alarm(
    farm_id: UUID,
    alarm_id: UUID,
) -> Call[AlarmOut]:
    """Returns an alarm.

    Sent with `Client.send`, which returns `AlarmOut`.
    """

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/farms/{farm_id}/alarms/{alarm_id}".format(
            farm_id=quote(str(farm_id), safe=""),
            alarm_id=quote(str(alarm_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> AlarmOut:
        response_200 = AlarmOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
