from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.sale_status_out import SaleStatusOut


def get_sale_status(
    livestock_id: UUID,
) -> Call[SaleStatusOut]:
    """Returns whether an animal can be sold now, each reason why not, and when that ends.

    Sent with `Client.send`, which returns `SaleStatusOut`.
    """

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/livestock/{livestock_id}/sale-status".format(
            livestock_id=quote(str(livestock_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> SaleStatusOut:
        response_200 = SaleStatusOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, False)
