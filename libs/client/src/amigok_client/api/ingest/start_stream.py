from typing import Any

import httpx

from ...calls import Call
from ...models.stream_in import StreamIn
from ...models.stream_offer import StreamOffer


def start_stream(
    *,
    body: StreamIn,
) -> Call[StreamOffer]:
    """Gives the device an address and a key with which to publish one camera's video by RTMP (H.264, AAC).

    A device that starts again simply asks again: what it publishes then takes the place of an older session.

    Sent with `Client.send`, which returns `StreamOffer`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/jetson/stream/start",
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> StreamOffer:
        response_201 = StreamOffer.from_dict(response.json())

        return response_201

    return Call(_kwargs, parse, True)
