from io import BytesIO
from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...types import File, Unset


def read_photo(
    livestock_id: UUID,
    photo_id: UUID,
    *,
    if_none_match: str | Unset = "",
) -> Call[File]:
    """Returns a picture. It never changes, so clients may keep it.

    Sent with `Client.send`, which returns `File`.
    """
    headers: dict[str, Any] = {}
    if not isinstance(if_none_match, Unset):
        headers["if-none-match"] = if_none_match

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/livestock/{livestock_id}/photos/{photo_id}".format(
            livestock_id=quote(str(livestock_id), safe=""),
            photo_id=quote(str(photo_id), safe=""),
        ),
    }
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> File:
        response_200 = File(payload=BytesIO(response.content))

        return response_200

    return Call(_kwargs, parse, False)
