from io import BytesIO
from typing import Any

import httpx

from ...calls import Call
from ...types import UNSET, File, Unset


def read_recording(
    *,
    link: str,
    range_: str | Unset = "",
    if_range: str | Unset = "",
) -> Call[File]:
    """The video that a link leads to, or one range of it.

    Sent with `Client.send`, which returns `File`.
    """
    headers: dict[str, Any] = {}
    if not isinstance(range_, Unset):
        headers["Range"] = range_

    if not isinstance(if_range, Unset):
        headers["if-range"] = if_range

    params: dict[str, Any] = {}

    params["link"] = link

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/streams/recordings/file.mp4",
        "params": params,
    }
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> File:
        if response.status_code == 200:
            response_200 = File(payload=BytesIO(response.content))

            return response_200

        response_206 = File(payload=BytesIO(response.content))

        return response_206

    return Call(_kwargs, parse, False)
