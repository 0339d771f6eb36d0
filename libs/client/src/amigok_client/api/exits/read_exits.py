from typing import Any

import httpx

from ...calls import Call
from ...models.exits_out import ExitsOut


def read_exits() -> Call[ExitsOut]:
    """Your limits for a day, what of them is used, and what was unusual.

    Sent with `Client.send`, which returns `ExitsOut`.
    """

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/wallet/exits",
    }

    def parse(response: httpx.Response) -> ExitsOut:
        response_200 = ExitsOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
