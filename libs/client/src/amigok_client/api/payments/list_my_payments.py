from typing import Any

import httpx

from ...calls import Call
from ...models.list_my_payments_purpose_type_0 import ListMyPaymentsPurposeType0
from ...models.list_my_payments_state_type_0 import ListMyPaymentsStateType0
from ...models.payment_page import PaymentPage
from ...types import UNSET, Unset


def list_my_payments(
    *,
    state: ListMyPaymentsStateType0 | None | Unset = UNSET,
    purpose: ListMyPaymentsPurposeType0 | None | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
) -> Call[PaymentPage]:
    """Lists your payments, newest first.

    Sent with `Client.send`, which returns `PaymentPage`.
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

    json_purpose: None | str | Unset
    if isinstance(purpose, Unset):
        json_purpose = UNSET
    elif isinstance(purpose, str):
        json_purpose = purpose
    else:
        json_purpose = purpose
    params["purpose"] = json_purpose

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
        "url": "/api/v1/payments/history",
        "params": params,
    }

    def parse(response: httpx.Response) -> PaymentPage:
        response_200 = PaymentPage.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
