from typing import Any

import httpx

from ...calls import Call
from ...models.confirm_by_code import ConfirmByCode
from ...models.confirm_by_token import ConfirmByToken
from ...models.email_changed_out import EmailChangedOut


def confirm_email(
    *,
    body: ConfirmByCode | ConfirmByToken,
) -> Call[EmailChangedOut]:
    """Changes the address with the token or the code of the newest mail, within an hour. A code has five tries.

    Sent with `Client.send`, which returns `EmailChangedOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/auth/email/confirm",
    }

    if isinstance(body, ConfirmByToken):
        _kwargs["json"] = body.to_dict()
    else:
        _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> EmailChangedOut:
        response_200 = EmailChangedOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
