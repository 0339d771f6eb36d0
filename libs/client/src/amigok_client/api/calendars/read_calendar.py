from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.calendar_out import CalendarOut


def read_calendar(
    veterinarian_id: UUID,
) -> Call[CalendarOut]:
    """The calendar of a veterinarian; with version 0 if it has not been set yet.

    Sent with `Client.send`, which returns `CalendarOut`.
    """

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/admin/veterinarians/{veterinarian_id}/calendar".format(
            veterinarian_id=quote(str(veterinarian_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> CalendarOut:
        response_200 = CalendarOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
