from typing import Any

import httpx

from ...calls import Call
from ...models.register_in import RegisterIn
from ...models.register_out import RegisterOut


def register_account(
    *,
    body: RegisterIn,
) -> Call[RegisterOut]:
    """Asks for an account. The answer is the same for every address; its owner gets a mail that says more.

    Sent with `Client.send`, which returns `RegisterOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/auth/register",
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> RegisterOut:
        response_202 = RegisterOut.from_dict(response.json())

        return response_202

    return Call(_kwargs, parse, False)
