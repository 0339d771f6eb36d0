import datetime
from typing import Any
from uuid import UUID

import httpx

from ...calls import Call
from ...models.list_orders_state_type_0 import ListOrdersStateType0
from ...models.order_page import OrderPage
from ...types import UNSET, Unset


def list_orders(
    *,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
    state: ListOrdersStateType0 | None | Unset = UNSET,
    party: None | Unset | UUID = UNSET,
    number: None | str | Unset = UNSET,
    since: datetime.datetime | None | Unset = UNSET,
    until: datetime.datetime | None | Unset = UNSET,
) -> Call[OrderPage]:
    """Returns everybody's orders, newest first: all of them, or those of a state, time, person or number.

    Sent with `Client.send`, which returns `OrderPage`.
    """

    params: dict[str, Any] = {}

    params["limit"] = limit

    json_cursor: None | str | Unset
    if isinstance(cursor, Unset):
        json_cursor = UNSET
    else:
        json_cursor = cursor
    params["cursor"] = json_cursor

    json_state: None | str | Unset
    if isinstance(state, Unset):
        json_state = UNSET
    elif isinstance(state, str):
        json_state = state
    else:
        json_state = state
    params["state"] = json_state

    json_party: None | str | Unset
    if isinstance(party, Unset):
        json_party = UNSET
    elif isinstance(party, UUID):
        json_party = str(party)
    else:
        json_party = party
    params["party"] = json_party

    json_number: None | str | Unset
    if isinstance(number, Unset):
        json_number = UNSET
    else:
        json_number = number
    params["number"] = json_number

    json_since: None | str | Unset
    if isinstance(since, Unset):
        json_since = UNSET
    elif isinstance(since, datetime.datetime):
        json_since = since.isoformat()
    else:
        json_since = since
    params["since"] = json_since

    json_until: None | str | Unset
    if isinstance(until, Unset):
        json_until = UNSET
    elif isinstance(until, datetime.datetime):
        json_until = until.isoformat()
    else:
        json_until = until
    params["until"] = json_until

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/admin/marketplace/orders",
        "params": params,
    }

    def parse(response: httpx.Response) -> OrderPage:
        response_200 = OrderPage.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
