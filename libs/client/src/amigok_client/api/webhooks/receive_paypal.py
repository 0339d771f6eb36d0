from typing import Any, cast

import httpx

from ...calls import Call


def receive_paypal() -> Call[Any]:
    """Receives an event from PayPal. 200 means that it is stored.

    Sent with `Client.send`, which returns `Any`.
    """

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/payments/webhook/paypal",
    }

    def parse(response: httpx.Response) -> Any:
        response_200 = cast(Any, None)
        return response_200

    return Call(_kwargs, parse, False)
