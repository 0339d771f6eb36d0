from typing import Any

import httpx

from ...calls import Call
from ...models.list_offered_providers_currency import ListOfferedProvidersCurrency
from ...models.offered_out import OfferedOut
from ...types import UNSET, Unset


def list_offered_providers(
    *,
    currency: ListOfferedProvidersCurrency | Unset = "USD",
) -> Call[OfferedOut]:
    """Lists how you can pay an amount in a currency, apart from your wallet.

    Sent with `Client.send`, which returns `OfferedOut`.
    """

    params: dict[str, Any] = {}

    json_currency: str | Unset = UNSET
    if not isinstance(currency, Unset):
        json_currency = currency

    params["currency"] = json_currency

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/payments/methods-offered",
        "params": params,
    }

    def parse(response: httpx.Response) -> OfferedOut:
        response_200 = OfferedOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
