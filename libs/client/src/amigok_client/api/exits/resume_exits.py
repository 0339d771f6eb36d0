from typing import Any

import httpx

from ...calls import Call
from ...models.exits_out import ExitsOut


def resume_exits() -> Call[ExitsOut]:
    """Lifts the stop.

    Sent with `Client.send`, which returns `ExitsOut`.
    """

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/wallet/exits/resume",
    }

    def parse(response: httpx.Response) -> ExitsOut:
        response_200 = ExitsOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
