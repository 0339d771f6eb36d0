from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.staff_out import StaffOut


def add_staff(
    farm_id: UUID,
    user_id: UUID,
) -> Call[StaffOut]:
    """Puts a user on the staff of a farm; repeating the call has no further effect.

    Sent with `Client.send`, which returns `StaffOut`.
    """

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/v1/admin/farms/{farm_id}/staff/{user_id}".format(
            farm_id=quote(str(farm_id), safe=""),
            user_id=quote(str(user_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> StaffOut:
        response_200 = StaffOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
