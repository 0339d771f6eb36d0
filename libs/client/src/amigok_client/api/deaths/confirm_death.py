from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.death_out import DeathOut
from ...models.farm_confirmation_in import FarmConfirmationIn


def confirm_death(
    livestock_id: UUID,
    *,
    body: FarmConfirmationIn,
) -> Call[DeathOut]:
    """Confirms a reported death as a veterinarian.

    Sent with `Client.send`, which returns `DeathOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/livestock/{livestock_id}/death/confirm".format(
            livestock_id=quote(str(livestock_id), safe=""),
        ),
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> DeathOut:
        response_200 = DeathOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
