from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.photos_out import PhotosOut


def list_photos(
    livestock_id: UUID,
) -> Call[PhotosOut]:
    """Lists the photos of an animal, oldest first, at most 20.

    Sent with `Client.send`, which returns `PhotosOut`.
    """

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/livestock/{livestock_id}/photos".format(
            livestock_id=quote(str(livestock_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> PhotosOut:
        response_200 = PhotosOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, False)
