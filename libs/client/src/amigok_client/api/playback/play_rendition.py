from io import BytesIO
from typing import Any
from urllib.parse import quote

import httpx

from ...calls import Call
from ...models.play_rendition_rendition import PlayRenditionRendition
from ...types import UNSET, File


def play_rendition(
    rendition: PlayRenditionRendition,
    *,
    link: str,
) -> Call[File]:
    """The playlist of one quality, which the playlist of the link names where there are several.

    Sent with `Client.send`, which returns `File`.
    """

    params: dict[str, Any] = {}

    params["link"] = link

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/streams/play/{rendition}.m3u8".format(
            rendition=quote(str(rendition), safe=""),
        ),
        "params": params,
    }

    def parse(response: httpx.Response) -> File:
        response_200 = File(payload=BytesIO(response.content))

        return response_200

    return Call(_kwargs, parse, False)
