from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.breed_change import BreedChange
from ...models.breed_details import BreedDetails


def change_livestock_breed(
    breed_id: UUID,
    *,
    body: BreedChange,
) -> Call[BreedDetails]:
    """Replaces a breed.

    Sent with `Client.send`, which returns `BreedDetails`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/v1/admin/livestock-breeds/{breed_id}".format(
            breed_id=quote(str(breed_id), safe=""),
        ),
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> BreedDetails:
        response_200 = BreedDetails.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
