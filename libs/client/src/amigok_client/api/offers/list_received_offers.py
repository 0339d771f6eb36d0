from typing import Any
from uuid import UUID

import httpx

from ...calls import Call
from ...models.list_received_offers_state_type_0 import ListReceivedOffersStateType0
from ...models.offer_page import OfferPage
from ...types import UNSET, Unset


def list_received_offers(
    *,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
    state: ListReceivedOffersStateType0 | None | Unset = UNSET,
    listing_id: None | Unset | UUID = UNSET,
) -> Call[OfferPage]:
    """Returns the offers on your listings, newest first.

    Sent with `Client.send`, which returns `OfferPage`.
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

    json_listing_id: None | str | Unset
    if isinstance(listing_id, Unset):
        json_listing_id = UNSET
    elif isinstance(listing_id, UUID):
        json_listing_id = str(listing_id)
    else:
        json_listing_id = listing_id
    params["listing_id"] = json_listing_id

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/marketplace/received-offers",
        "params": params,
    }

    def parse(response: httpx.Response) -> OfferPage:
        response_200 = OfferPage.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
