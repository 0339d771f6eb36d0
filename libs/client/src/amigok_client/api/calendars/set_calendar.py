from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.calendar_in import CalendarIn
from ...models.calendar_out import CalendarOut


def set_calendar(
    veterinarian_id: UUID,
    *,
    body: CalendarIn,
) -> Call[CalendarOut]:
    """Sets a veterinarian's hours, where they set out, and which farms they go to. Visits that were agreed stay.

    Sent with `Client.send`, which returns `CalendarOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/v1/admin/veterinarians/{veterinarian_id}/calendar".format(
            veterinarian_id=quote(str(veterinarian_id), safe=""),
        ),
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> CalendarOut:
        response_200 = CalendarOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
