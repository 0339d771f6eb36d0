from typing import Any

import httpx

from ...calls import Call
from ...models.email_change_in import EmailChangeIn
from ...models.email_change_out import EmailChangeOut


def change_email(
    *,
    body: EmailChangeIn,
) -> Call[EmailChangeOut]:
    """Asks for another address. A mail with a link and a code goes to it, and a notice to the current one.

    Sent with `Client.send`, which returns `EmailChangeOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/auth/email/change",
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> EmailChangeOut:
        response_202 = EmailChangeOut.from_dict(response.json())

        return response_202

    return Call(_kwargs, parse, True)
