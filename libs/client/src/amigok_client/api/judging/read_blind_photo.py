from io import BytesIO
from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...types import File


def read_blind_photo(
    contest_id: UUID,
    position: int,
    number: int,
) -> Call[File]:
    """Returns a picture of an entry that you judge.

    Sent with `Client.send`, which returns `File`.
    """

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/judging/{contest_id}/entries/{position}/photos/{number}".format(
            contest_id=quote(str(contest_id), safe=""),
            position=quote(str(position), safe=""),
            number=quote(str(number), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> File:
        response_200 = File(payload=BytesIO(response.content))

        return response_200

    return Call(_kwargs, parse, True)
