from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.blind_entry_out import BlindEntryOut


def list_blind_entries(
    contest_id: UUID,
) -> Call[list[BlindEntryOut]]:
    """Lists the entries that you judge, in an order of your own, without names and owners.

    Sent with `Client.send`, which returns `list[BlindEntryOut]`.
    """

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/judging/{contest_id}/entries".format(
            contest_id=quote(str(contest_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> list[BlindEntryOut]:
        response_200 = []
        _response_200 = response.json()
        for response_200_item_data in _response_200:
            response_200_item = BlindEntryOut.from_dict(response_200_item_data)

            response_200.append(response_200_item)

        return response_200

    return Call(_kwargs, parse, True)
