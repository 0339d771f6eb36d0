from typing import Any
from uuid import UUID

import httpx

from ...calls import Call
from ...models.found import Found
from ...models.search_currency import SearchCurrency
from ...models.search_listing_type_type_0 import SearchListingTypeType0
from ...models.search_sex_type_0 import SearchSexType0
from ...models.search_sort import SearchSort
from ...types import UNSET, Unset


def search(
    *,
    limit: int | Unset = 24,
    cursor: None | str | Unset = UNSET,
    q: str | Unset = "",
    type_name: list[str] | Unset = UNSET,
    breed_name: list[str] | Unset = UNSET,
    sex: None | SearchSexType0 | Unset = UNSET,
    farm_id: list[UUID] | Unset = UNSET,
    listing_type: None | SearchListingTypeType0 | Unset = UNSET,
    currency: SearchCurrency | Unset = "USD",
    min_price: float | None | str | Unset = UNSET,
    max_price: float | None | str | Unset = UNSET,
    min_price_per_kg: float | None | str | Unset = UNSET,
    max_price_per_kg: float | None | str | Unset = UNSET,
    min_weight_kg: float | None | str | Unset = UNSET,
    max_weight_kg: float | None | str | Unset = UNSET,
    min_age_days: int | None | Unset = UNSET,
    max_age_days: int | None | Unset = UNSET,
    min_rating: float | None | str | Unset = UNSET,
    health_cleared: bool | None | Unset = UNSET,
    has_photos: bool | None | Unset = UNSET,
    negotiable: bool | None | Unset = UNSET,
    near: None | str | Unset = UNSET,
    within_km: float | None | str | Unset = UNSET,
    sort: SearchSort | Unset = "relevance",
    facets: bool | Unset = True,
) -> Call[Found]:
    """Finds animals for sale. What nobody can buy now is not found.

    Sent with `Client.send`, which returns `Found`.
    """

    params: dict[str, Any] = {}

    params["limit"] = limit

    json_cursor: None | str | Unset
    if isinstance(cursor, Unset):
        json_cursor = UNSET
    else:
        json_cursor = cursor
    params["cursor"] = json_cursor

    params["q"] = q

    json_type_name: list[str] | Unset = UNSET
    if not isinstance(type_name, Unset):
        json_type_name = type_name

    params["type_name"] = json_type_name

    json_breed_name: list[str] | Unset = UNSET
    if not isinstance(breed_name, Unset):
        json_breed_name = breed_name

    params["breed_name"] = json_breed_name

    json_sex: None | str | Unset
    if isinstance(sex, Unset):
        json_sex = UNSET
    elif isinstance(sex, str):
        json_sex = sex
    else:
        json_sex = sex
    params["sex"] = json_sex

    json_farm_id: list[str] | Unset = UNSET
    if not isinstance(farm_id, Unset):
        json_farm_id = []
        for farm_id_item_data in farm_id:
            farm_id_item = str(farm_id_item_data)
            json_farm_id.append(farm_id_item)

    params["farm_id"] = json_farm_id

    json_listing_type: None | str | Unset
    if isinstance(listing_type, Unset):
        json_listing_type = UNSET
    elif isinstance(listing_type, str):
        json_listing_type = listing_type
    else:
        json_listing_type = listing_type
    params["listing_type"] = json_listing_type

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

    json_min_price_per_kg: float | None | str | Unset
    if isinstance(min_price_per_kg, Unset):
        json_min_price_per_kg = UNSET
    else:
        json_min_price_per_kg = min_price_per_kg
    params["min_price_per_kg"] = json_min_price_per_kg

    json_max_price_per_kg: float | None | str | Unset
    if isinstance(max_price_per_kg, Unset):
        json_max_price_per_kg = UNSET
    else:
        json_max_price_per_kg = max_price_per_kg
    params["max_price_per_kg"] = json_max_price_per_kg

    json_min_weight_kg: float | None | str | Unset
    if isinstance(min_weight_kg, Unset):
        json_min_weight_kg = UNSET
    else:
        json_min_weight_kg = min_weight_kg
    params["min_weight_kg"] = json_min_weight_kg

    json_max_weight_kg: float | None | str | Unset
    if isinstance(max_weight_kg, Unset):
        json_max_weight_kg = UNSET
    else:
        json_max_weight_kg = max_weight_kg
    params["max_weight_kg"] = json_max_weight_kg

    json_min_age_days: int | None | Unset
    if isinstance(min_age_days, Unset):
        json_min_age_days = UNSET
    else:
        json_min_age_days = min_age_days
    params["min_age_days"] = json_min_age_days

    json_max_age_days: int | None | Unset
    if isinstance(max_age_days, Unset):
        json_max_age_days = UNSET
    else:
        json_max_age_days = max_age_days
    params["max_age_days"] = json_max_age_days

    json_min_rating: float | None | str | Unset
    if isinstance(min_rating, Unset):
        json_min_rating = UNSET
    else:
        json_min_rating = min_rating
    params["min_rating"] = json_min_rating

    json_health_cleared: bool | None | Unset
    if isinstance(health_cleared, Unset):
        json_health_cleared = UNSET
    else:
        json_health_cleared = health_cleared
    params["health_cleared"] = json_health_cleared

    json_has_photos: bool | None | Unset
    if isinstance(has_photos, Unset):
        json_has_photos = UNSET
    else:
        json_has_photos = has_photos
    params["has_photos"] = json_has_photos

    json_negotiable: bool | None | Unset
    if isinstance(negotiable, Unset):
        json_negotiable = UNSET
    else:
        json_negotiable = negotiable
    params["negotiable"] = json_negotiable

    json_near: None | str | Unset
    if isinstance(near, Unset):
        json_near = UNSET
    else:
        json_near = near
    params["near"] = json_near

    json_within_km: float | None | str | Unset
    if isinstance(within_km, Unset):
        json_within_km = UNSET
    else:
        json_within_km = within_km
    params["within_km"] = json_within_km

    json_sort: str | Unset = UNSET
    if not isinstance(sort, Unset):
        json_sort = sort

    params["sort"] = json_sort

    params["facets"] = facets

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/marketplace/search",
        "params": params,
    }

    def parse(response: httpx.Response) -> Found:
        response_200 = Found.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, False)
