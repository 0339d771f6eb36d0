from typing import Any
from uuid import UUID

import httpx

from ...calls import Call
from ...models.batch_page import BatchPage
from ...types import UNSET, Unset


def list_batches(
    *,
    farm_id: None | Unset | UUID = UNSET,
    medicine_id: None | Unset | UUID = UNSET,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
) -> Call[BatchPage]:
    """Lists the batches at a place, what expires first in front.

    Sent with `Client.send`, which returns `BatchPage`.
    """

    params: dict[str, Any] = {}

    json_farm_id: None | str | Unset
    if isinstance(farm_id, Unset):
        json_farm_id = UNSET
    elif isinstance(farm_id, UUID):
        json_farm_id = str(farm_id)
    else:
        json_farm_id = farm_id
    params["farm_id"] = json_farm_id

    json_medicine_id: None | str | Unset
    if isinstance(medicine_id, Unset):
        json_medicine_id = UNSET
    elif isinstance(medicine_id, UUID):
        json_medicine_id = str(medicine_id)
    else:
        json_medicine_id = medicine_id
    params["medicine_id"] = json_medicine_id

    params["limit"] = limit

    json_cursor: None | str | Unset
    if isinstance(cursor, Unset):
        json_cursor = UNSET
    else:
        json_cursor = cursor
    params["cursor"] = json_cursor

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/staff/medicine-batches",
        "params": params,
    }

    def parse(response: httpx.Response) -> BatchPage:
        response_200 = BatchPage.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
