from typing import Any

import httpx

from ...calls import Call


def logout_session() -> Call[None]:
    """Ends the session. Its refresh token is void at once, its access token everywhere within seconds.

    Sent with `Client.send`, which returns `None`.
    """

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/auth/logout",
    }

    def parse(response: httpx.Response) -> None:
        return None

    return Call(_kwargs, parse, True)
