from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.snapshot_page import SnapshotPage
from ...types import UNSET, Unset


def list_snapshots(
    livestock_id: UUID,
    *,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
) -> Call[SnapshotPage]:
    """The snapshots of an animal in times that you may see, newest first.

    Sent with `Client.send`, which returns `SnapshotPage`.
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
        "url": "/api/v1/streams/livestock/{livestock_id}/snapshots".format(
            livestock_id=quote(str(livestock_id), safe=""),
        ),
        "params": params,
    }

    def parse(response: httpx.Response) -> SnapshotPage:
        response_200 = SnapshotPage.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
