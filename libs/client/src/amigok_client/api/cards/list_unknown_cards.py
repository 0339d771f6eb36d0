from typing import Any
from uuid import UUID

import httpx

from ...calls import Call
from ...models.unknown_card_page import UnknownCardPage
from ...types import UNSET, Unset


def list_unknown_cards(
    *,
    farm_id: None | Unset | UUID = UNSET,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
) -> Call[UnknownCardPage]:
    """Lists cards that were read and are no animal's, those read last first.

    Sent with `Client.send`, which returns `UnknownCardPage`.
    """

    params: dict[str, Any] = {}

    json_farm_id: None | str | Unset
    if isinstance(farm_id, Unset):
        json_farm_id = UNSET
    elif isinstance(farm_id, UUID):
        json_farm_id = str(farm_id)
    else:
        json_farm_id = farm_id
    params["farm_id"] = json_farm_id

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
        "url": "/api/v1/admin/jetson/unknown-cards",
        "params": params,
    }

    def parse(response: httpx.Response) -> UnknownCardPage:
        response_200 = UnknownCardPage.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
