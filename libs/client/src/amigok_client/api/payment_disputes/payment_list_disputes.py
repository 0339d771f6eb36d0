from typing import Any

import httpx

from ...calls import Call
from ...models.payment_dispute_page import PaymentDisputePage
from ...models.payment_list_disputes_state import PaymentListDisputesState
from ...types import UNSET, Unset


def payment_list_disputes(
    *,
    state: PaymentListDisputesState | Unset = "opened",
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
) -> Call[PaymentDisputePage]:
    """Lists the disputes in a state, oldest first.

    Sent with `Client.send`, which returns `PaymentDisputePage`.
    """

    params: dict[str, Any] = {}

    json_state: str | Unset = UNSET
    if not isinstance(state, Unset):
        json_state = state

    params["state"] = json_state

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
        "url": "/api/v1/admin/payments/disputes",
        "params": params,
    }

    def parse(response: httpx.Response) -> PaymentDisputePage:
        response_200 = PaymentDisputePage.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
