from typing import Any

import httpx

from ...calls import Call
from ...models.exits_out import ExitsOut
from ...models.stop_in import StopIn


def stop_exits(
    *,
    body: StopIn,
) -> Call[ExitsOut]:
    """Stops all exits: nothing leaves your wallet, your saved cards are not charged, and nobody can buy from you.

    An earlier stop is not shortened.

    Sent with `Client.send`, which returns `ExitsOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/wallet/exits/stop",
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> ExitsOut:
        response_200 = ExitsOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
