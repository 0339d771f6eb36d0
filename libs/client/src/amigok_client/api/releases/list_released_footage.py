from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.releases_out import ReleasesOut


def list_released_footage(
    livestock_id: UUID,
) -> Call[ReleasesOut]:
    """What you have released of an animal, newest first.

    Sent with `Client.send`, which returns `ReleasesOut`.
    """

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/livestock/{livestock_id}/released-footage".format(
            livestock_id=quote(str(livestock_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> ReleasesOut:
        response_200 = ReleasesOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
