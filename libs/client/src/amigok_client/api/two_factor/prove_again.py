from typing import Any

import httpx

from ...calls import Call
from ...models.access_out import AccessOut
from ...models.app_code import AppCode
from ...models.passkey_proof import PasskeyProof
from ...models.password_proof import PasswordProof
from ...models.recovery_proof import RecoveryProof


def prove_again(
    *,
    body: AppCode | PasskeyProof | PasswordProof | RecoveryProof,
) -> Call[AccessOut]:
    """Proves again who the user is. Returns an access token with a new `auth_time`; the refresh token stays.

    Sent with `Client.send`, which returns `AccessOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/auth/step-up",
    }

    if isinstance(body, AppCode):
        _kwargs["json"] = body.to_dict()
    elif isinstance(body, RecoveryProof):
        _kwargs["json"] = body.to_dict()
    elif isinstance(body, PasskeyProof):
        _kwargs["json"] = body.to_dict()
    else:
        _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> AccessOut:
        response_200 = AccessOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
