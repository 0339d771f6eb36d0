from typing import Any

import httpx

from ...calls import Call
from ...models.code_sent_out import CodeSentOut
from ...models.phone_in import PhoneIn


def send_phone_code(
    *,
    body: PhoneIn,
) -> Call[CodeSentOut]:
    """Sends a code to a mobile number. Verify the number with it at `verify-phone`.

    Sent with `Client.send`, which returns `CodeSentOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/auth/phone",
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> CodeSentOut:
        response_202 = CodeSentOut.from_dict(response.json())

        return response_202

    return Call(_kwargs, parse, True)
