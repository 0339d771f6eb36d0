from typing import Any
from urllib.parse import quote

import httpx

from ...calls import Call
from ...types import UNSET, File, Unset


def upload_detection_image(
    token: str,
    *,
    body: File | File | Unset = UNSET,
) -> Call[None]:
    """Stores the JPEG or PNG picture of a detection, once. What is refused can be sent again.

    Sent with `Client.send`, which returns `None`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/v1/jetson/detection-images/{token}".format(
            token=quote(str(token), safe=""),
        ),
    }
    if isinstance(body, File):
        _kwargs["content"] = body.payload

        headers["Content-Type"] = "image/jpeg"
    if isinstance(body, File):
        _kwargs["content"] = body.payload

        headers["Content-Type"] = "image/png"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> None:
        return None

    return Call(_kwargs, parse, False)
