from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.photo_out import PhotoOut


def choose_cover(
    livestock_id: UUID,
    photo_id: UUID,
) -> Call[PhotoOut]:
    """Makes a photo the cover, which lists show.

    Sent with `Client.send`, which returns `PhotoOut`.
    """

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/v1/livestock/{livestock_id}/photos/{photo_id}/cover".format(
            livestock_id=quote(str(livestock_id), safe=""),
            photo_id=quote(str(photo_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> PhotoOut:
        response_200 = PhotoOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
