from typing import Any

import httpx

from ...calls import Call
from ...models.accept_in import AcceptIn


def accept_invitation(
    *,
    body: AcceptIn,
) -> Call[None]:
    """Sets the password, and for a new account the username, with the token of the link. Then sign in.

    Sent with `Client.send`, which returns `None`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/auth/invitations/accept",
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> None:
        return None

    return Call(_kwargs, parse, False)
