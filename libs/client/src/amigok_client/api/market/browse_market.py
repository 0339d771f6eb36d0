from typing import Any

import httpx

from ...calls import Call
from ...models.browse_market_currency import BrowseMarketCurrency
from ...models.listing_page import ListingPage
from ...types import UNSET, Unset


def browse_market(
    *,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
    type_name: None | str | Unset = UNSET,
    breed_name: None | str | Unset = UNSET,
    currency: BrowseMarketCurrency | Unset = "USD",
    min_price: float | None | str | Unset = UNSET,
    max_price: float | None | str | Unset = UNSET,
) -> Call[ListingPage]:
    """Returns animals for sale, newest first.

    Sent with `Client.send`, which returns `ListingPage`.
    """

    params: dict[str, Any] = {}

    params["limit"] = limit

    json_cursor: None | str | Unset
    if isinstance(cursor, Unset):
        json_cursor = UNSET
    else:
        json_cursor = cursor
    params["cursor"] = json_cursor

    json_type_name: None | str | Unset
    if isinstance(type_name, Unset):
        json_type_name = UNSET
    else:
        json_type_name = type_name
    params["type_name"] = json_type_name

    json_breed_name: None | str | Unset
    if isinstance(breed_name, Unset):
        json_breed_name = UNSET
    else:
        json_breed_name = breed_name
    params["breed_name"] = json_breed_name

    json_currency: str | Unset = UNSET
    if not isinstance(currency, Unset):
        json_currency = currency

    params["currency"] = json_currency

    json_min_price: float | None | str | Unset
    if isinstance(min_price, Unset):
        json_min_price = UNSET
    else:
        json_min_price = min_price
    params["min_price"] = json_min_price

    json_max_price: float | None | str | Unset
    if isinstance(max_price, Unset):
        json_max_price = UNSET
    else:
        json_max_price = max_price
    params["max_price"] = json_max_price

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/marketplace/livestock",
        "params": params,
    }

    def parse(response: httpx.Response) -> ListingPage:
        response_200 = ListingPage.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, False)
