from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.vaccination_out import VaccinationOut


def list_vaccinations(
    livestock_id: UUID,
) -> Call[list[VaccinationOut]]:
    """Lists the planned vaccinations of your animal, or as farm people of one on your farm, latest first.

    Sent with `Client.send`, which returns `list[VaccinationOut]`.
    """

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/livestock/{livestock_id}/vaccinations".format(
            livestock_id=quote(str(livestock_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> list[VaccinationOut]:
        response_200 = []
        _response_200 = response.json()
        for response_200_item_data in _response_200:
            response_200_item = VaccinationOut.from_dict(response_200_item_data)

            response_200.append(response_200_item)

        return response_200

    return Call(_kwargs, parse, True)
