from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.entry_photos_out import EntryPhotosOut


def list_entry_photos(
    entry_id: UUID,
) -> Call[EntryPhotosOut]:
    """Lists the photos of your entry, oldest first.

    Sent with `Client.send`, which returns `EntryPhotosOut`.
    """

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/my-contests/entries/{entry_id}/photos".format(
            entry_id=quote(str(entry_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> EntryPhotosOut:
        response_200 = EntryPhotosOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
