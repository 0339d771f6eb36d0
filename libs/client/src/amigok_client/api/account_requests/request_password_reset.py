from typing import Any

import httpx

from ...calls import Call
from ...models.forgot_in import ForgotIn
from ...models.forgot_out import ForgotOut


def request_password_reset(
    *,
    body: ForgotIn,
) -> Call[ForgotOut]:
    """Asks for a mail with a link to choose a new password. The answer is the same for every address.

    Sent with `Client.send`, which returns `ForgotOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/auth/password/forgot",
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> ForgotOut:
        response_202 = ForgotOut.from_dict(response.json())

        return response_202

    return Call(_kwargs, parse, False)
