from typing import Any

import httpx

from ...calls import Call
from ...models.feeding_in import FeedingIn
from ...models.feeding_out import FeedingOut


def log_feeding(
    *,
    body: FeedingIn,
) -> Call[FeedingOut]:
    """Records one feeding. Sending it again has no further effect.

    Sent with `Client.send`, which returns `FeedingOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/staff/feeding-log",
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> FeedingOut:
        response_201 = FeedingOut.from_dict(response.json())

        return response_201

    return Call(_kwargs, parse, True)
