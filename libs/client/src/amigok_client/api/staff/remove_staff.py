from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call


def remove_staff(
    farm_id: UUID,
    user_id: UUID,
) -> Call[None]:
    """Takes a user off the staff of a farm.

    Sent with `Client.send`, which returns `None`.
    """

    _kwargs: dict[str, Any] = {
        "method": "delete",
        "url": "/api/v1/admin/farms/{farm_id}/staff/{user_id}".format(
            farm_id=quote(str(farm_id), safe=""),
            user_id=quote(str(user_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> None:
        return None

    return Call(_kwargs, parse, True)
