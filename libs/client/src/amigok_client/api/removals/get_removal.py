from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.removal_out import RemovalOut


def get_removal(
    removal_id: UUID,
) -> Call[RemovalOut]:
    """Returns one removal, for its owner and administrators.

    Sent with `Client.send`, which returns `RemovalOut`.
    """

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/removals/{removal_id}".format(
            removal_id=quote(str(removal_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> RemovalOut:
        response_200 = RemovalOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
