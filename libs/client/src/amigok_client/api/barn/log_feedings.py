from typing import Any

import httpx

from ...calls import Call
from ...models.feeding_verdicts_out import FeedingVerdictsOut
from ...models.feedings_in import FeedingsIn


def log_feedings(
    *,
    body: FeedingsIn,
) -> Call[FeedingVerdictsOut]:
    """Records up to 1,000 feedings, and answers with a verdict on each.

    Sent with `Client.send`, which returns `FeedingVerdictsOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/staff/feeding-log/bulk",
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> FeedingVerdictsOut:
        response_200 = FeedingVerdictsOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
