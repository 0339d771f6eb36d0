from typing import Any

import httpx

from ...calls import Call
from ...models.list_payouts_state_type_0 import ListPayoutsStateType0
from ...models.payout_page import PayoutPage
from ...types import UNSET, Unset


def list_payouts(
    *,
    state: ListPayoutsStateType0 | None | Unset = UNSET,
    stuck: bool | Unset = False,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
) -> Call[PayoutPage]:
    """Lists the payouts of withdrawals, newest first.

    Sent with `Client.send`, which returns `PayoutPage`.
    """

    params: dict[str, Any] = {}

    json_state: None | str | Unset
    if isinstance(state, Unset):
        json_state = UNSET
    elif isinstance(state, str):
        json_state = state
    else:
        json_state = state
    params["state"] = json_state

    params["stuck"] = stuck

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
        "url": "/api/v1/admin/payments/payouts",
        "params": params,
    }

    def parse(response: httpx.Response) -> PayoutPage:
        response_200 = PayoutPage.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
