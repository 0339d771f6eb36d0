from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.kinetic_out import KineticOut


def read_mean_kinetic_temperature(
    farm_id: UUID,
    equipment_id: UUID,
) -> Call[KineticOut]:
    """Returns the mean kinetic temperatures of equipment over a day, a week and 30 days until now.

    Sent with `Client.send`, which returns `KineticOut`.
    """

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/farms/{farm_id}/equipment/{equipment_id}/mean-kinetic-temperature".format(
            farm_id=quote(str(farm_id), safe=""),
            equipment_id=quote(str(equipment_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> KineticOut:
        response_200 = KineticOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
