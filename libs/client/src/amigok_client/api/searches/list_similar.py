from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.similar import Similar


def list_similar(
    livestock_id: UUID,
) -> Call[Similar]:
    """Returns animals for sale that are like this one, also after it was sold.

    Sent with `Client.send`, which returns `Similar`.
    """

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/marketplace/livestock/{livestock_id}/similar".format(
            livestock_id=quote(str(livestock_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> Similar:
        response_200 = Similar.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, False)
