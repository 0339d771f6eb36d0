from typing import Any

import httpx

from ...calls import Call
from ...models.passkey_options import PasskeyOptions


def registration_options() -> Call[PasskeyOptions]:
    """Returns what a browser needs to make a passkey. It is valid for five minutes.

    Sent with `Client.send`, which returns `PasskeyOptions`.
    """

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/auth/passkeys/register/options",
    }

    def parse(response: httpx.Response) -> PasskeyOptions:
        response_200 = PasskeyOptions.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
