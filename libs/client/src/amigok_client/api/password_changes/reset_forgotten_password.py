from typing import Any

import httpx

from ...calls import Call
from ...models.changed_out import ChangedOut
from ...models.reset_in import ResetIn


def reset_forgotten_password(
    *,
    body: ResetIn,
) -> Call[ChangedOut]:
    """Sets a new password with the token of the newest mail, once, within half an hour. Ends all sessions.

    Sent with `Client.send`, which returns `ChangedOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/auth/password/reset",
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> ChangedOut:
        response_200 = ChangedOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, False)
