from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.last_seen import LastSeen


def read_last_seen(
    livestock_id: UUID,
) -> Call[LastSeen]:
    """Tells when and where an animal was last seen; whoever has sold it learns of the last time before.

    Sent with `Client.send`, which returns `LastSeen`.
    """

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/livestock/{livestock_id}/last-seen".format(
            livestock_id=quote(str(livestock_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> LastSeen:
        response_200 = LastSeen.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
