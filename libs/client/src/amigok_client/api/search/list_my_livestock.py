from typing import Any
from uuid import UUID

import httpx

from ...calls import Call
from ...models.list_my_livestock_currency_type_0 import ListMyLivestockCurrencyType0
from ...models.list_my_livestock_sex_type_0 import ListMyLivestockSexType0
from ...models.list_my_livestock_sort import ListMyLivestockSort
from ...models.list_my_livestock_status_type_0 import ListMyLivestockStatusType0
from ...models.livestock_details_found import LivestockDetailsFound
from ...types import UNSET, Unset


def list_my_livestock(
    *,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
    livestock_type_id: None | Unset | UUID = UNSET,
    breed_id: None | Unset | UUID = UNSET,
    sex: ListMyLivestockSexType0 | None | Unset = UNSET,
    status: ListMyLivestockStatusType0 | None | Unset = UNSET,
    min_weight_kg: float | None | str | Unset = UNSET,
    max_weight_kg: float | None | str | Unset = UNSET,
    currency: ListMyLivestockCurrencyType0 | None | Unset = UNSET,
    min_price_per_kg: float | None | str | Unset = UNSET,
    max_price_per_kg: float | None | str | Unset = UNSET,
    min_value: float | None | str | Unset = UNSET,
    max_value: float | None | str | Unset = UNSET,
    min_age_days: int | None | Unset = UNSET,
    max_age_days: int | None | Unset = UNSET,
    near: None | str | Unset = UNSET,
    within_km: float | None | Unset = UNSET,
    sort: ListMyLivestockSort | Unset = "newest",
    count: bool | Unset = False,
    farm_id: None | Unset | UUID = UNSET,
) -> Call[LivestockDetailsFound]:
    """Lists your animals, of any status unless one is given.

    Sent with `Client.send`, which returns `LivestockDetailsFound`.
    """

    params: dict[str, Any] = {}

    params["limit"] = limit

    json_cursor: None | str | Unset
    if isinstance(cursor, Unset):
        json_cursor = UNSET
    else:
        json_cursor = cursor
    params["cursor"] = json_cursor

    json_livestock_type_id: None | str | Unset
    if isinstance(livestock_type_id, Unset):
        json_livestock_type_id = UNSET
    elif isinstance(livestock_type_id, UUID):
        json_livestock_type_id = str(livestock_type_id)
    else:
        json_livestock_type_id = livestock_type_id
    params["livestock_type_id"] = json_livestock_type_id

    json_breed_id: None | str | Unset
    if isinstance(breed_id, Unset):
        json_breed_id = UNSET
    elif isinstance(breed_id, UUID):
        json_breed_id = str(breed_id)
    else:
        json_breed_id = breed_id
    params["breed_id"] = json_breed_id

    json_sex: None | str | Unset
    if isinstance(sex, Unset):
        json_sex = UNSET
    elif isinstance(sex, str):
        json_sex = sex
    else:
        json_sex = sex
    params["sex"] = json_sex

    json_status: None | str | Unset
    if isinstance(status, Unset):
        json_status = UNSET
    elif isinstance(status, str):
        json_status = status
    else:
        json_status = status
    params["status"] = json_status

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

    json_currency: None | str | Unset
    if isinstance(currency, Unset):
        json_currency = UNSET
    elif isinstance(currency, str):
        json_currency = currency
    else:
        json_currency = currency
    params["currency"] = json_currency

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

    json_min_value: float | None | str | Unset
    if isinstance(min_value, Unset):
        json_min_value = UNSET
    else:
        json_min_value = min_value
    params["min_value"] = json_min_value

    json_max_value: float | None | str | Unset
    if isinstance(max_value, Unset):
        json_max_value = UNSET
    else:
        json_max_value = max_value
    params["max_value"] = json_max_value

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

    json_near: None | str | Unset
    if isinstance(near, Unset):
        json_near = UNSET
    else:
        json_near = near
    params["near"] = json_near

    json_within_km: float | None | Unset
    if isinstance(within_km, Unset):
        json_within_km = UNSET
    else:
        json_within_km = within_km
    params["within_km"] = json_within_km

    json_sort: str | Unset = UNSET
    if not isinstance(sort, Unset):
        json_sort = sort

    params["sort"] = json_sort

    params["count"] = count

    json_farm_id: None | str | Unset
    if isinstance(farm_id, Unset):
        json_farm_id = UNSET
    elif isinstance(farm_id, UUID):
        json_farm_id = str(farm_id)
    else:
        json_farm_id = farm_id
    params["farm_id"] = json_farm_id

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/my-livestock",
        "params": params,
    }

    def parse(response: httpx.Response) -> LivestockDetailsFound:
        response_200 = LivestockDetailsFound.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
