from typing import Any

import httpx

from ...calls import Call
from ...models.enable_out import EnableOut


def enable_two_factor() -> Call[EnableOut]:
    """Returns a secret for an authenticator app. Confirm it with a code of the app within an hour.

    Sent with `Client.send`, which returns `EnableOut`.
    """

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/auth/2fa/enable",
    }

    def parse(response: httpx.Response) -> EnableOut:
        response_200 = EnableOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
