from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.acknowledgement_in import AcknowledgementIn
from ...models.alarm_out import AlarmOut


def acknowledge_alarm(
    farm_id: UUID,
    alarm_id: UUID,
    *,
    body: AcknowledgementIn,
) -> Call[AlarmOut]:
    """Says that you take care of an alarm, so that it does not escalate. It ends by itself.

    Sent with `Client.send`, which returns `AlarmOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/farms/{farm_id}/alarms/{alarm_id}/acknowledge".format(
            farm_id=quote(str(farm_id), safe=""),
            alarm_id=quote(str(alarm_id), safe=""),
        ),
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> AlarmOut:
        response_200 = AlarmOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
