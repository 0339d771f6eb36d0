from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.farm_out import FarmOut


def get_farm(
    farm_id: UUID,
) -> Call[FarmOut]:
    """Returns one farm.

    Sent with `Client.send`, which returns `FarmOut`.
    """

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/farms/{farm_id}".format(
            farm_id=quote(str(farm_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> FarmOut:
        response_200 = FarmOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, False)
