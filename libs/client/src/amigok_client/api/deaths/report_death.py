from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.death_in import DeathIn
from ...models.death_out import DeathOut


def report_death(
    livestock_id: UUID,
    *,
    body: DeathIn,
) -> Call[DeathOut]:
    """Reports that an animal died. The report takes effect at once.

    Sent with `Client.send`, which returns `DeathOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/livestock/{livestock_id}/death".format(
            livestock_id=quote(str(livestock_id), safe=""),
        ),
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> DeathOut:
        response_201 = DeathOut.from_dict(response.json())

        return response_201

    return Call(_kwargs, parse, True)
