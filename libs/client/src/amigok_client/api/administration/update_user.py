from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.user_details import UserDetails
from ...models.user_in import UserIn


def update_user(
    user_id: UUID,
    *,
    body: UserIn,
) -> Call[UserDetails]:
    """Replaces the name and the notes of the version that you saw.

    Sent with `Client.send`, which returns `UserDetails`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/v1/admin/users/{user_id}".format(
            user_id=quote(str(user_id), safe=""),
        ),
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> UserDetails:
        response_200 = UserDetails.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
