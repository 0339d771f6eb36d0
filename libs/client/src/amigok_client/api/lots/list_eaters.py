from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.eater_page import EaterPage
from ...types import UNSET, Unset


def list_eaters(
    lot_id: UUID,
    *,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
) -> Call[EaterPage]:
    """Lists the animals that ate of a lot, with everybody who has owned them since then.

    Sent with `Client.send`, which returns `EaterPage`.
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
        "url": "/api/v1/staff/feed-lots/{lot_id}/animals".format(
            lot_id=quote(str(lot_id), safe=""),
        ),
        "params": params,
    }

    def parse(response: httpx.Response) -> EaterPage:
        response_200 = EaterPage.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
