from io import BytesIO
from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...types import File


def read_entry_photo(
    entry_id: UUID,
    photo_id: UUID,
) -> Call[File]:
    """Returns a picture of your entry.

    Sent with `Client.send`, which returns `File`.
    """

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/my-contests/entries/{entry_id}/photos/{photo_id}".format(
            entry_id=quote(str(entry_id), safe=""),
            photo_id=quote(str(photo_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> File:
        response_200 = File(payload=BytesIO(response.content))

        return response_200

    return Call(_kwargs, parse, True)
