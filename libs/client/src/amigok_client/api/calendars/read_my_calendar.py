from typing import Any

import httpx

from ...calls import Call
from ...models.calendar_out import CalendarOut


def read_my_calendar() -> Call[CalendarOut]:
    """Your calendar; with version 0 if you have not set it yet.

    Sent with `Client.send`, which returns `CalendarOut`.
    """

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/vet/calendar",
    }

    def parse(response: httpx.Response) -> CalendarOut:
        response_200 = CalendarOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
