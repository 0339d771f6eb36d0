from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.add_photo_form import AddPhotoForm
from ...models.photo_out import PhotoOut


def add_photo(
    livestock_id: UUID,
    *,
    body: AddPhotoForm,
) -> Call[PhotoOut]:
    """Adds a JPEG or PNG photo of a living animal. Its owner and people who act on its farm may.

    Metadata, such as where the photo was taken, is removed.

    Sent with `Client.send`, which returns `PhotoOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/livestock/{livestock_id}/photos".format(
            livestock_id=quote(str(livestock_id), safe=""),
        ),
    }
    _kwargs["files"] = body.to_multipart()

    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> PhotoOut:
        response_201 = PhotoOut.from_dict(response.json())

        return response_201

    return Call(_kwargs, parse, True)
