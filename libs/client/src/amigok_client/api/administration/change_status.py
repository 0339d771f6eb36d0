from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.activation import Activation
from ...models.deactivation import Deactivation
from ...models.user_details import UserDetails


def change_status(
    user_id: UUID,
    *,
    body: Activation | Deactivation,
) -> Call[UserDetails]:
    """Deactivates a user, who is signed out within seconds, or reactivates one.

    Sent with `Client.send`, which returns `UserDetails`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/v1/admin/users/{user_id}/status".format(
            user_id=quote(str(user_id), safe=""),
        ),
    }

    if isinstance(body, Activation):
        _kwargs["json"] = body.to_dict()
    else:
        _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> UserDetails:
        response_200 = UserDetails.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
