from typing import Any

import httpx

from ...calls import Call
from ...models.stream_in import StreamIn
from ...models.stream_stopped import StreamStopped


def stop_stream(
    *,
    body: StreamIn,
) -> Call[StreamStopped]:
    """Ends the camera's stream within seconds. Repeating the call has no further effect.

    Sent with `Client.send`, which returns `StreamStopped`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/jetson/stream/stop",
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> StreamStopped:
        response_200 = StreamStopped.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
