import datetime
from typing import Any

import httpx

from ...calls import Call
from ...models.balance_out import BalanceOut
from ...types import UNSET, Unset


def read_balance(
    *,
    as_of: datetime.datetime | None | Unset = UNSET,
) -> Call[BalanceOut]:
    """Your balances, now or at a time.

    Sent with `Client.send`, which returns `BalanceOut`.
    """

    params: dict[str, Any] = {}

    json_as_of: None | str | Unset
    if isinstance(as_of, Unset):
        json_as_of = UNSET
    elif isinstance(as_of, datetime.datetime):
        json_as_of = as_of.isoformat()
    else:
        json_as_of = as_of
    params["as_of"] = json_as_of

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/wallet/balance",
        "params": params,
    }

    def parse(response: httpx.Response) -> BalanceOut:
        response_200 = BalanceOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
