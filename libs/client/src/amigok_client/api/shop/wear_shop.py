from typing import Any

import httpx

from ...calls import Call
from ...models.worn_in import WornIn


def wear_shop(
    *,
    body: WornIn,
) -> Call[None]:
    """Sets the badge and the title that others see beside your handle.

    Sent with `Client.send`, which returns `None`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/v1/games/pilot-farming/worn",
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> None:
        return None

    return Call(_kwargs, parse, True)
