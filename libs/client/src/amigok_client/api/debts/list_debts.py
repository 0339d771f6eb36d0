from typing import Any
from uuid import UUID

import httpx

from ...calls import Call
from ...models.debt_page import DebtPage
from ...types import UNSET, Unset


def list_debts(
    *,
    user_id: None | Unset | UUID = UNSET,
    open_: bool | None | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
) -> Call[DebtPage]:
    """What users owe, or may owe while a payment is disputed, newest first.

    Sent with `Client.send`, which returns `DebtPage`.
    """

    params: dict[str, Any] = {}

    json_user_id: None | str | Unset
    if isinstance(user_id, Unset):
        json_user_id = UNSET
    elif isinstance(user_id, UUID):
        json_user_id = str(user_id)
    else:
        json_user_id = user_id
    params["user_id"] = json_user_id

    json_open_: bool | None | Unset
    if isinstance(open_, Unset):
        json_open_ = UNSET
    else:
        json_open_ = open_
    params["open"] = json_open_

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
        "url": "/api/v1/admin/wallet/debts",
        "params": params,
    }

    def parse(response: httpx.Response) -> DebtPage:
        response_200 = DebtPage.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
