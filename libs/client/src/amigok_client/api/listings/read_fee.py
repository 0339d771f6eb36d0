from typing import Any

import httpx

from ...calls import Call
from ...models.fee_out import FeeOut


def read_fee() -> Call[FeeOut]:
    """Returns the platform's fee on animals that are listed now. A listing keeps the fee that it was published with.

    Sent with `Client.send`, which returns `FeeOut`.
    """

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/marketplace/fee",
    }

    def parse(response: httpx.Response) -> FeeOut:
        response_200 = FeeOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, False)
