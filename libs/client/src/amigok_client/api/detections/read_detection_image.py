from io import BytesIO
from typing import Any

import httpx

from ...calls import Call
from ...types import UNSET, File


def read_detection_image(
    *,
    link: str,
) -> Call[File]:
    """The picture of a detection, for whoever was given the link, as long as they may see the detection.

    Sent with `Client.send`, which returns `File`.
    """

    params: dict[str, Any] = {}

    params["link"] = link

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/streams/detection-image",
        "params": params,
    }

    def parse(response: httpx.Response) -> File:
        response_200 = File(payload=BytesIO(response.content))

        return response_200

    return Call(_kwargs, parse, False)
