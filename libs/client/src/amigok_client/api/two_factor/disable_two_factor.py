from typing import Any

import httpx

from ...calls import Call
from ...models.app_code import AppCode
from ...models.recovery_proof import RecoveryProof


def disable_two_factor(
    *,
    body: AppCode | RecoveryProof,
) -> Call[None]:
    """Switches two-factor authentication off. It takes a code of the app or a recovery code.

    Sent with `Client.send`, which returns `None`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/auth/2fa/disable",
    }

    if isinstance(body, AppCode):
        _kwargs["json"] = body.to_dict()
    else:
        _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> None:
        return None

    return Call(_kwargs, parse, True)
