from typing import Any
from uuid import UUID

import httpx

from ...calls import Call
from ...models.list_payments_provider_type_0 import ListPaymentsProviderType0
from ...models.list_payments_purpose_type_0 import ListPaymentsPurposeType0
from ...models.list_payments_state_type_0 import ListPaymentsStateType0
from ...models.payment_page import PaymentPage
from ...types import UNSET, Unset


def list_payments(
    *,
    state: ListPaymentsStateType0 | None | Unset = UNSET,
    purpose: ListPaymentsPurposeType0 | None | Unset = UNSET,
    provider: ListPaymentsProviderType0 | None | Unset = UNSET,
    user_id: None | Unset | UUID = UNSET,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
) -> Call[PaymentPage]:
    """Lists everybody's payments, newest first.

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

    json_provider: None | str | Unset
    if isinstance(provider, Unset):
        json_provider = UNSET
    elif isinstance(provider, str):
        json_provider = provider
    else:
        json_provider = provider
    params["provider"] = json_provider

    json_user_id: None | str | Unset
    if isinstance(user_id, Unset):
        json_user_id = UNSET
    elif isinstance(user_id, UUID):
        json_user_id = str(user_id)
    else:
        json_user_id = user_id
    params["user_id"] = json_user_id

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
        "url": "/api/v1/admin/payments",
        "params": params,
    }

    def parse(response: httpx.Response) -> PaymentPage:
        response_200 = PaymentPage.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
