from typing import Any

import httpx

from ...calls import Call
from ...models.app_code import AppCode
from ...models.recovery_codes_out import RecoveryCodesOut


def verify_two_factor(
    *,
    body: AppCode,
) -> Call[RecoveryCodesOut]:
    """Confirms the app with its first code and switches two-factor authentication on.

    Returns ten recovery codes, once.

    Sent with `Client.send`, which returns `RecoveryCodesOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/auth/2fa/verify",
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> RecoveryCodesOut:
        response_200 = RecoveryCodesOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
