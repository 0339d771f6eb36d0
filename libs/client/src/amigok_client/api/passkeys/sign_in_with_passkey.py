from typing import Any

import httpx

from ...calls import Call
from ...models.login_out import LoginOut
from ...models.passkey_login_in import PasskeyLoginIn


def sign_in_with_passkey(
    *,
    body: PasskeyLoginIn,
) -> Call[LoginOut]:
    """Signs in with a passkey alone.

    Sent with `Client.send`, which returns `LoginOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/auth/passkeys/login",
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> LoginOut:
        response_200 = LoginOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, False)
