from typing import Any
from uuid import UUID

import httpx

from ...calls import Call
from ...models.list_offers_state_type_0 import ListOffersStateType0
from ...models.offer_for_admin_page import OfferForAdminPage
from ...types import UNSET, Unset


def list_offers(
    *,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
    state: ListOffersStateType0 | None | Unset = UNSET,
    listing_id: None | Unset | UUID = UNSET,
    buyer_id: None | Unset | UUID = UNSET,
    seller_id: None | Unset | UUID = UNSET,
    platform: bool | None | Unset = UNSET,
) -> Call[OfferForAdminPage]:
    """Returns everybody's offers, newest first.

    Sent with `Client.send`, which returns `OfferForAdminPage`.
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

    json_buyer_id: None | str | Unset
    if isinstance(buyer_id, Unset):
        json_buyer_id = UNSET
    elif isinstance(buyer_id, UUID):
        json_buyer_id = str(buyer_id)
    else:
        json_buyer_id = buyer_id
    params["buyer_id"] = json_buyer_id

    json_seller_id: None | str | Unset
    if isinstance(seller_id, Unset):
        json_seller_id = UNSET
    elif isinstance(seller_id, UUID):
        json_seller_id = str(seller_id)
    else:
        json_seller_id = seller_id
    params["seller_id"] = json_seller_id

    json_platform: bool | None | Unset
    if isinstance(platform, Unset):
        json_platform = UNSET
    else:
        json_platform = platform
    params["platform"] = json_platform

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/admin/marketplace/offers",
        "params": params,
    }

    def parse(response: httpx.Response) -> OfferForAdminPage:
        response_200 = OfferForAdminPage.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
