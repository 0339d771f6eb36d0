from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.given_in import GivenIn


def note_vaccination(
    livestock_id: UUID,
    vaccination_id: UUID,
    *,
    body: GivenIn,
) -> Call[None]:
    """Notes that a planned vaccination was given elsewhere, so that it is not requested.

    Sent with `Client.send`, which returns `None`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/v1/vet/livestock/{livestock_id}/vaccinations/{vaccination_id}/given".format(
            livestock_id=quote(str(livestock_id), safe=""),
            vaccination_id=quote(str(vaccination_id), safe=""),
        ),
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> None:
        return None

    return Call(_kwargs, parse, True)
