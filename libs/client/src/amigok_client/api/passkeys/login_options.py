from typing import Any

import httpx

from ...calls import Call
from ...models.passkey_options import PasskeyOptions


def login_options() -> Call[PasskeyOptions]:
    """Returns what a browser needs to ask for a passkey of this site, for anybody. It is valid for five minutes.

    Sent with `Client.send`, which returns `PasskeyOptions`.
    """

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/auth/passkeys/login/options",
    }

    def parse(response: httpx.Response) -> PasskeyOptions:
        response_200 = PasskeyOptions.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, False)
