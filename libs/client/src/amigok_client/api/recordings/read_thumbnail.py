from io import BytesIO
from typing import Any

import httpx

from ...calls import Call
from ...types import UNSET, File


def read_thumbnail(
    *,
    link: str,
) -> Call[File]:
    """The thumbnail that a link leads to.

    Sent with `Client.send`, which returns `File`.
    """

    params: dict[str, Any] = {}

    params["link"] = link

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/streams/recordings/thumbnail.jpg",
        "params": params,
    }

    def parse(response: httpx.Response) -> File:
        response_200 = File(payload=BytesIO(response.content))

        return response_200

    return Call(_kwargs, parse, False)
