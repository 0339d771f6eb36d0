from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.death_out import DeathOut


def get_death(
    livestock_id: UUID,
) -> Call[DeathOut]:
    """Returns how an animal died, for its owner and the farm's people.

    Sent with `Client.send`, which returns `DeathOut`.
    """

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/livestock/{livestock_id}/death".format(
            livestock_id=quote(str(livestock_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> DeathOut:
        response_200 = DeathOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
