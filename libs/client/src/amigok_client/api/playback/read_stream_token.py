from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.playback_link import PlaybackLink
from ...types import UNSET, Unset


def read_stream_token(
    livestock_id: UUID,
    *,
    camera_id: None | Unset | UUID = UNSET,
) -> Call[PlaybackLink]:
    """A link with which any player of HLS plays the animal's stream for some minutes. Ask again for another.

    Without `camera_id` it is of a camera that is live, if there is one.

    Sent with `Client.send`, which returns `PlaybackLink`.
    """

    params: dict[str, Any] = {}

    json_camera_id: None | str | Unset
    if isinstance(camera_id, Unset):
        json_camera_id = UNSET
    elif isinstance(camera_id, UUID):
        json_camera_id = str(camera_id)
    else:
        json_camera_id = camera_id
    params["camera_id"] = json_camera_id

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/streams/livestock/{livestock_id}/token".format(
            livestock_id=quote(str(livestock_id), safe=""),
        ),
        "params": params,
    }

    def parse(response: httpx.Response) -> PlaybackLink:
        response_200 = PlaybackLink.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
