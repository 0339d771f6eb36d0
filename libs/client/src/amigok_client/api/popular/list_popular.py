from typing import Any

import httpx

from ...calls import Call
from ...models.popular import Popular


def list_popular() -> Call[Popular]:
    """Returns what several people have searched lately.

    Sent with `Client.send`, which returns `Popular`.
    """

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/marketplace/search/popular",
    }

    def parse(response: httpx.Response) -> Popular:
        response_200 = Popular.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, False)
