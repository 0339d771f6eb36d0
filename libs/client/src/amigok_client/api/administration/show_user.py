from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.user_details import UserDetails


def show_user(
    user_id: UUID,
) -> Call[UserDetails]:
    """Returns one user, even a deleted one.

    Sent with `Client.send`, which returns `UserDetails`.
    """

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/admin/users/{user_id}".format(
            user_id=quote(str(user_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> UserDetails:
        response_200 = UserDetails.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
