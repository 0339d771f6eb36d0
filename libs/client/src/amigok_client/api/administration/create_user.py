from typing import Any

import httpx

from ...calls import Call
from ...models.new_user_in import NewUserIn
from ...models.new_user_out import NewUserOut


def create_user(
    *,
    body: NewUserIn,
) -> Call[NewUserOut]:
    """Makes an account with any role. The person gets a mail with a link to choose a password, once, within 3 days.

    A person with the role `admin` or `veterinarian` is an investor until another administrator approves `proposal`.

    Sent with `Client.send`, which returns `NewUserOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/admin/users",
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> NewUserOut:
        response_201 = NewUserOut.from_dict(response.json())

        return response_201

    return Call(_kwargs, parse, True)
