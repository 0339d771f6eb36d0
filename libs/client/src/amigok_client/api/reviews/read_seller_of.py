from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.seller_out import SellerOut


def read_seller_of(
    livestock_id: UUID,
) -> Call[SellerOut]:
    """Returns what buyers say of whoever offers this animal.

    Sent with `Client.send`, which returns `SellerOut`.
    """

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/marketplace/livestock/{livestock_id}/seller".format(
            livestock_id=quote(str(livestock_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> SellerOut:
        response_200 = SellerOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, False)
