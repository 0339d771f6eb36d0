from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call


def remove_entry_photo(
    entry_id: UUID,
    photo_id: UUID,
) -> Call[None]:
    """Removes a photo from your entry, until the contest ends.

    Sent with `Client.send`, which returns `None`.
    """

    _kwargs: dict[str, Any] = {
        "method": "delete",
        "url": "/api/v1/my-contests/entries/{entry_id}/photos/{photo_id}".format(
            entry_id=quote(str(entry_id), safe=""),
            photo_id=quote(str(photo_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> None:
        return None

    return Call(_kwargs, parse, True)
