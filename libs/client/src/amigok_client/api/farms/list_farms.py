from typing import Any

import httpx

from ...calls import Call
from ...models.farm_page import FarmPage
from ...types import UNSET, Unset


def list_farms(
    *,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
    near: None | str | Unset = UNSET,
    within_km: float | None | Unset = UNSET,
    bbox: None | str | Unset = UNSET,
) -> Call[FarmPage]:
    """Lists farms, newest or nearest first.

    Sent with `Client.send`, which returns `FarmPage`.
    """

    params: dict[str, Any] = {}

    params["limit"] = limit

    json_cursor: None | str | Unset
    if isinstance(cursor, Unset):
        json_cursor = UNSET
    else:
        json_cursor = cursor
    params["cursor"] = json_cursor

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

    json_bbox: None | str | Unset
    if isinstance(bbox, Unset):
        json_bbox = UNSET
    else:
        json_bbox = bbox
    params["bbox"] = json_bbox

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/farms",
        "params": params,
    }

    def parse(response: httpx.Response) -> FarmPage:
        response_200 = FarmPage.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, False)
