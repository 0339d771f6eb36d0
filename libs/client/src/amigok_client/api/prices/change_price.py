from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.livestock_details import LivestockDetails
from ...models.price_in import PriceIn


def change_price(
    livestock_id: UUID,
    *,
    body: PriceIn,
) -> Call[LivestockDetails]:
    """Changes the price per kg of an animal.

    Sent with `Client.send`, which returns `LivestockDetails`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/v1/admin/livestock/{livestock_id}/price".format(
            livestock_id=quote(str(livestock_id), safe=""),
        ),
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> LivestockDetails:
        response_200 = LivestockDetails.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
