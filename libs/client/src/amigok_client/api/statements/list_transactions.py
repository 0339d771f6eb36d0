import datetime
from typing import Any
from uuid import UUID

import httpx

from ...calls import Call
from ...models.list_transactions_currency_type_0 import ListTransactionsCurrencyType0
from ...models.list_transactions_type_type_0 import ListTransactionsTypeType0
from ...models.wallet_movement_page import WalletMovementPage
from ...types import UNSET, Unset


def list_transactions(
    *,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
    type_: ListTransactionsTypeType0 | None | Unset = UNSET,
    purpose: None | str | Unset = UNSET,
    currency: ListTransactionsCurrencyType0 | None | Unset = UNSET,
    reference_id: None | Unset | UUID = UNSET,
    since: datetime.datetime | None | Unset = UNSET,
    until: datetime.datetime | None | Unset = UNSET,
) -> Call[WalletMovementPage]:
    """The movements of your wallet, newest first. Each `available_after` follows from the one before.

    Sent with `Client.send`, which returns `WalletMovementPage`.
    """

    params: dict[str, Any] = {}

    params["limit"] = limit

    json_cursor: None | str | Unset
    if isinstance(cursor, Unset):
        json_cursor = UNSET
    else:
        json_cursor = cursor
    params["cursor"] = json_cursor

    json_type_: None | str | Unset
    if isinstance(type_, Unset):
        json_type_ = UNSET
    elif isinstance(type_, str):
        json_type_ = type_
    else:
        json_type_ = type_
    params["type"] = json_type_

    json_purpose: None | str | Unset
    if isinstance(purpose, Unset):
        json_purpose = UNSET
    else:
        json_purpose = purpose
    params["purpose"] = json_purpose

    json_currency: None | str | Unset
    if isinstance(currency, Unset):
        json_currency = UNSET
    elif isinstance(currency, str):
        json_currency = currency
    else:
        json_currency = currency
    params["currency"] = json_currency

    json_reference_id: None | str | Unset
    if isinstance(reference_id, Unset):
        json_reference_id = UNSET
    elif isinstance(reference_id, UUID):
        json_reference_id = str(reference_id)
    else:
        json_reference_id = reference_id
    params["reference_id"] = json_reference_id

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
        "url": "/api/v1/wallet/transactions",
        "params": params,
    }

    def parse(response: httpx.Response) -> WalletMovementPage:
        response_200 = WalletMovementPage.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
