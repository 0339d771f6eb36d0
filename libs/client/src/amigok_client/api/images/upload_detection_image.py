from typing import Any

import httpx

from ...calls import Call
from ...types import UNSET, File, Unset


def upload_detection_image(
    *,
    body: File | File | Unset = UNSET,
    link: str,
) -> Call[None]:
    """Stores the JPEG or PNG picture of a detection, once. What is refused can be sent again.

    Sent with `Client.send`, which returns `None`.
    """
    headers: dict[str, Any] = {}

    params: dict[str, Any] = {}

    params["link"] = link

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/v1/jetson/detection-image",
        "params": params,
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
