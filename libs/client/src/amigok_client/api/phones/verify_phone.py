from typing import Any

import httpx

from ...calls import Call
from ...models.code_in import CodeIn
from ...models.phone_verified_out import PhoneVerifiedOut


def verify_phone(
    *,
    body: CodeIn,
) -> Call[PhoneVerifiedOut]:
    """Verifies the number with the code of the newest SMS: five tries, ten minutes. Replaces the previous number.

    Sent with `Client.send`, which returns `PhoneVerifiedOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/auth/verify-phone",
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> PhoneVerifiedOut:
        response_200 = PhoneVerifiedOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
