from typing import Any

import httpx

from ...calls import Call
from ...models.reports import Reports


def take_delivery_reports(
    *,
    body: Reports,
) -> Call[None]:
    """For providers of mail and SMS, as Standard Webhooks: addresses that bounced or complained get nothing more.

    Sent with `Client.send`, which returns `None`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/notifications/reports",
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> None:
        return None

    return Call(_kwargs, parse, False)
