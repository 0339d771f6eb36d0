from typing import Any

import httpx

from ...calls import Call
from ...models.web_push_key_out import WebPushKeyOut


def read_web_push_key() -> Call[WebPushKeyOut]:
    """The key with which a browser subscribes.

    Sent with `Client.send`, which returns `WebPushKeyOut`.
    """

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/notifications/devices/web-push-key",
    }

    def parse(response: httpx.Response) -> WebPushKeyOut:
        response_200 = WebPushKeyOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
