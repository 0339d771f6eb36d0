from typing import Any

import httpx

from ...calls import Call
from ...models.passkey_out import PasskeyOut
from ...models.register_passkey_in import RegisterPasskeyIn


def register_passkey(
    *,
    body: RegisterPasskeyIn,
) -> Call[PasskeyOut]:
    """Adds the passkey that the browser has made.

    Sent with `Client.send`, which returns `PasskeyOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/auth/passkeys/register",
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> PasskeyOut:
        response_201 = PasskeyOut.from_dict(response.json())

        return response_201

    return Call(_kwargs, parse, True)
