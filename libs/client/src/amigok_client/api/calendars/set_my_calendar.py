from typing import Any

import httpx

from ...calls import Call
from ...models.calendar_in import CalendarIn
from ...models.calendar_out import CalendarOut


def set_my_calendar(
    *,
    body: CalendarIn,
) -> Call[CalendarOut]:
    """Sets your working hours, where you set out, and which farms you go to. Visits that were agreed stay.

    Sent with `Client.send`, which returns `CalendarOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/v1/vet/calendar",
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> CalendarOut:
        response_200 = CalendarOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
