from typing import Any

import httpx

from ...calls import Call
from ...models.jwks_out import JwksOut


def read_jwks() -> Call[JwksOut]:
    """Returns the keys that verify access tokens (RFC 7517).

    Sent with `Client.send`, which returns `JwksOut`.
    """

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/.well-known/jwks.json",
    }

    def parse(response: httpx.Response) -> JwksOut:
        response_200 = JwksOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, False)
