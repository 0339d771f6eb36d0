from typing import Any

import httpx

from ...calls import Call
from ...models.breed_details import BreedDetails
from ...models.breed_in import BreedIn


def add_livestock_breed(
    *,
    body: BreedIn,
) -> Call[BreedDetails]:
    """Adds a breed to a type.

    Sent with `Client.send`, which returns `BreedDetails`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/admin/livestock-breeds",
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> BreedDetails:
        response_201 = BreedDetails.from_dict(response.json())

        return response_201

    return Call(_kwargs, parse, True)
