from io import BytesIO
from typing import Any
from urllib.parse import quote

import httpx

from ...calls import Call
from ...types import File


def read_snapshot(
    token: str,
) -> Call[File]:
    """The picture that a link leads to.

    Sent with `Client.send`, which returns `File`.
    """

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/streams/snapshots/file/{token}.jpg".format(
            token=quote(str(token), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> File:
        response_200 = File(payload=BytesIO(response.content))

        return response_200

    return Call(_kwargs, parse, False)
