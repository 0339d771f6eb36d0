from typing import Any

import httpx

from ...calls import Call
from ...models.unclaimed_page import UnclaimedPage
from ...types import UNSET, Unset


def list_unclaimed(
    *,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
) -> Call[UnclaimedPage]:
    """Money in the wallets of deleted people.

    Sent with `Client.send`, which returns `UnclaimedPage`.
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
        "url": "/api/v1/admin/wallet/unclaimed",
        "params": params,
    }

    def parse(response: httpx.Response) -> UnclaimedPage:
        response_200 = UnclaimedPage.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
