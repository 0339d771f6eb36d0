from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.seller_out import SellerOut


def read_seller(
    seller_id: UUID,
) -> Call[SellerOut]:
    """Returns what buyers say of a seller. The id names no account.

    Sent with `Client.send`, which returns `SellerOut`.
    """

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/marketplace/sellers/{seller_id}".format(
            seller_id=quote(str(seller_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> SellerOut:
        response_200 = SellerOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, False)
