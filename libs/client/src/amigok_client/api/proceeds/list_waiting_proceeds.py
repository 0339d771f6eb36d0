from typing import Any

import httpx

from ...calls import Call
from ...models.proceeds_page import ProceedsPage
from ...types import UNSET, Unset


def list_waiting_proceeds(
    *,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
) -> Call[ProceedsPage]:
    """What new sellers have earned through a provider and cannot spend yet.

    Sent with `Client.send`, which returns `ProceedsPage`.
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
        "url": "/api/v1/admin/wallet/proceeds",
        "params": params,
    }

    def parse(response: httpx.Response) -> ProceedsPage:
        response_200 = ProceedsPage.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
