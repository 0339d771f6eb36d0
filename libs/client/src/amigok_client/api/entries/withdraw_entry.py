from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.entry_out import EntryOut


def withdraw_entry(
    contest_id: UUID,
    entry_id: UUID,
) -> Call[EntryOut]:
    """Takes your animal out of a contest that has not started. What is held for it is yours again.

    Sent with `Client.send`, which returns `EntryOut`.
    """

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/contests/{contest_id}/entries/{entry_id}/withdraw".format(
            contest_id=quote(str(contest_id), safe=""),
            entry_id=quote(str(entry_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> EntryOut:
        response_200 = EntryOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
