from typing import Any

import httpx

from ...calls import Call
from ...models.fee_out import FeeOut
from ...models.read_fee_currency import ReadFeeCurrency
from ...models.read_fee_listing_type import ReadFeeListingType
from ...types import UNSET, Unset


def read_fee(
    *,
    listing_type: ReadFeeListingType | Unset = "user_resale",
    price: float | None | str | Unset = UNSET,
    currency: ReadFeeCurrency | Unset = "USD",
) -> Call[FeeOut]:
    """Returns the platform's fee on animals that are listed now, and what it comes to for a price.

    The seller pays it. A listing keeps the fee that it was published with.

    Sent with `Client.send`, which returns `FeeOut`.
    """

    params: dict[str, Any] = {}

    json_listing_type: str | Unset = UNSET
    if not isinstance(listing_type, Unset):
        json_listing_type = listing_type

    params["listing_type"] = json_listing_type

    json_price: float | None | str | Unset
    if isinstance(price, Unset):
        json_price = UNSET
    else:
        json_price = price
    params["price"] = json_price

    json_currency: str | Unset = UNSET
    if not isinstance(currency, Unset):
        json_currency = currency

    params["currency"] = json_currency

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/marketplace/fee",
        "params": params,
    }

    def parse(response: httpx.Response) -> FeeOut:
        response_200 = FeeOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, False)
