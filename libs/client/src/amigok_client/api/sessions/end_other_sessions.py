from typing import Any

import httpx

from ...calls import Call


def end_other_sessions() -> Call[None]:
    """Ends all my sessions except this one.

    Sent with `Client.send`, which returns `None`.
    """

    _kwargs: dict[str, Any] = {
        "method": "delete",
        "url": "/api/v1/auth/sessions",
    }

    def parse(response: httpx.Response) -> None:
        return None

    return Call(_kwargs, parse, True)
