from typing import Any

import httpx

from ...calls import Call
from ...models.change_in import ChangeIn
from ...models.changed_out import ChangedOut


def change_password(
    *,
    body: ChangeIn,
) -> Call[ChangedOut]:
    """Replaces the password. Ends all other sessions.

    Sent with `Client.send`, which returns `ChangedOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/v1/auth/password",
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> ChangedOut:
        response_200 = ChangedOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
