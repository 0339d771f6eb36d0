from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.batch_movement_page import BatchMovementPage
from ...types import UNSET, Unset


def list_batch_movements(
    batch_id: UUID,
    *,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
) -> Call[BatchMovementPage]:
    """Lists all that moved of a batch, latest first.

    Sent with `Client.send`, which returns `BatchMovementPage`.
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
        "url": "/api/v1/staff/medicine-batches/{batch_id}/movements".format(
            batch_id=quote(str(batch_id), safe=""),
        ),
        "params": params,
    }

    def parse(response: httpx.Response) -> BatchMovementPage:
        response_200 = BatchMovementPage.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
