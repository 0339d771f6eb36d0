from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.recipient_page import RecipientPage
from ...types import UNSET, Unset


def list_batch_recipients(
    batch_id: UUID,
    *,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
) -> Call[RecipientPage]:
    """Lists the animals for which some of a batch was dispensed, and who owns them, latest first.

    Sent with `Client.send`, which returns `RecipientPage`.
    """

    params: dict[str, Any] = {}

    params["limit"] = limit

    json_cursor: None | str | Unset
    if isinstance(cursor, Unset):
        json_cursor = UNSET
    else:
        json_cursor = cursor
    params["cursor"] = json_cursor

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/admin/medicine-batches/{batch_id}/recipients".format(
            batch_id=quote(str(batch_id), safe=""),
        ),
        "params": params,
    }

    def parse(response: httpx.Response) -> RecipientPage:
        response_200 = RecipientPage.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
