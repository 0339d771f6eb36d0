from typing import Any

import httpx

from ...calls import Call
from ...models.two_factor_out import TwoFactorOut


def show_two_factor() -> Call[TwoFactorOut]:
    """Returns whether two-factor authentication is on, and how many recovery codes are left.

    Sent with `Client.send`, which returns `TwoFactorOut`.
    """

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/auth/2fa",
    }

    def parse(response: httpx.Response) -> TwoFactorOut:
        response_200 = TwoFactorOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
