from typing import Any

import httpx

from ...calls import Call
from ...models.refresh_in import RefreshIn
from ...models.tokens_out import TokensOut


def refresh_session(
    *,
    body: RefreshIn,
) -> Call[TokensOut]:
    """Exchanges a refresh token, once, for the next pair of tokens. A token that is used twice ends its session.

    For one minute a token returns the same next pair again: to another tab, or to a client that lost the answer.

    Sent with `Client.send`, which returns `TokensOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/auth/refresh",
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> TokensOut:
        response_200 = TokensOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, False)
