from typing import Any
from uuid import UUID

import httpx

from ...calls import Call
from ...models.list_all_listings_state_type_0 import ListAllListingsStateType0
from ...models.listing_for_admin_page import ListingForAdminPage
from ...types import UNSET, Unset


def list_all_listings(
    *,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
    state: ListAllListingsStateType0 | None | Unset = UNSET,
    seller_id: None | Unset | UUID = UNSET,
    livestock_id: None | Unset | UUID = UNSET,
    featured: bool | None | Unset = UNSET,
) -> Call[ListingForAdminPage]:
    """Returns listings of everybody, past ones and drafts included, newest first.

    Sent with `Client.send`, which returns `ListingForAdminPage`.
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

    json_seller_id: None | str | Unset
    if isinstance(seller_id, Unset):
        json_seller_id = UNSET
    elif isinstance(seller_id, UUID):
        json_seller_id = str(seller_id)
    else:
        json_seller_id = seller_id
    params["seller_id"] = json_seller_id

    json_livestock_id: None | str | Unset
    if isinstance(livestock_id, Unset):
        json_livestock_id = UNSET
    elif isinstance(livestock_id, UUID):
        json_livestock_id = str(livestock_id)
    else:
        json_livestock_id = livestock_id
    params["livestock_id"] = json_livestock_id

    json_featured: bool | None | Unset
    if isinstance(featured, Unset):
        json_featured = UNSET
    else:
        json_featured = featured
    params["featured"] = json_featured

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/admin/marketplace/listings",
        "params": params,
    }

    def parse(response: httpx.Response) -> ListingForAdminPage:
        response_200 = ListingForAdminPage.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
