from typing import Any
from uuid import UUID

import httpx

from ...calls import Call
from ...models.farm_use_out import FarmUseOut
from ...types import UNSET


def read_antimicrobial_use(
    *,
    farm_id: UUID,
    year: int,
    quarter: int,
) -> Call[FarmUseOut]:
    """Says how much of antimicrobials was given at a farm in a quarter, by class and for each kilogram of animal.

    Sent with `Client.send`, which returns `FarmUseOut`.
    """

    params: dict[str, Any] = {}

    json_farm_id = str(farm_id)
    params["farm_id"] = json_farm_id

    params["year"] = year

    params["quarter"] = quarter

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/vet/antimicrobial-use",
        "params": params,
    }

    def parse(response: httpx.Response) -> FarmUseOut:
        response_200 = FarmUseOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
