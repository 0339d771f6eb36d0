from typing import Any

import httpx

from ...calls import Call
from ...models.app_code_login import AppCodeLogin
from ...models.login_out import LoginOut
from ...models.passkey_second_login import PasskeySecondLogin
from ...models.recovery_login import RecoveryLogin


def complete_login(
    *,
    body: AppCodeLogin | PasskeySecondLogin | RecoveryLogin,
) -> Call[LoginOut]:
    """Completes a login with its challenge and one of: a code of the app, a recovery code, a passkey's answer.

    Sent with `Client.send`, which returns `LoginOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/auth/login/second-factor",
    }

    if isinstance(body, AppCodeLogin):
        _kwargs["json"] = body.to_dict()
    elif isinstance(body, RecoveryLogin):
        _kwargs["json"] = body.to_dict()
    else:
        _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> LoginOut:
        response_200 = LoginOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, False)
