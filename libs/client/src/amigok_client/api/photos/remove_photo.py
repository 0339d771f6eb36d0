from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call


def remove_photo(
    livestock_id: UUID,
    photo_id: UUID,
) -> Call[None]:
    """Removes a photo; caches may keep it for another day. If it was the cover, the next oldest photo becomes that.

    Sent with `Client.send`, which returns `None`.
    """

    _kwargs: dict[str, Any] = {
        "method": "delete",
        "url": "/api/v1/livestock/{livestock_id}/photos/{photo_id}".format(
            livestock_id=quote(str(livestock_id), safe=""),
            photo_id=quote(str(photo_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> None:
        return None

    return Call(_kwargs, parse, True)
