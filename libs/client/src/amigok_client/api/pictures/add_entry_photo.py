from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.add_entry_photo_form import AddEntryPhotoForm
from ...models.entry_photo_out import EntryPhotoOut


def add_entry_photo(
    entry_id: UUID,
    *,
    body: AddEntryPhotoForm,
) -> Call[EntryPhotoOut]:
    """Adds a JPEG or PNG photo to your entry, until the contest ends. The judges see it; metadata is removed.

    Sent with `Client.send`, which returns `EntryPhotoOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/my-contests/entries/{entry_id}/photos".format(
            entry_id=quote(str(entry_id), safe=""),
        ),
    }
    _kwargs["files"] = body.to_multipart()

    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> EntryPhotoOut:
        response_201 = EntryPhotoOut.from_dict(response.json())

        return response_201

    return Call(_kwargs, parse, True)
