from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.revealed_out import RevealedOut


def list_revealed_marks(
    contest_id: UUID,
) -> Call[list[RevealedOut]]:
    """Lists the marks of all judges of a contest that you judge, once none come any more.

    Sent with `Client.send`, which returns `list[RevealedOut]`.
    """

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/judging/{contest_id}/marks".format(
            contest_id=quote(str(contest_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> list[RevealedOut]:
        response_200 = []
        _response_200 = response.json()
        for response_200_item_data in _response_200:
            response_200_item = RevealedOut.from_dict(response_200_item_data)

            response_200.append(response_200_item)

        return response_200

    return Call(_kwargs, parse, True)
