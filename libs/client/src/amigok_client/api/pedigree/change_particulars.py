from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.livestock_details import LivestockDetails
from ...models.particulars_in import ParticularsIn


def change_particulars(
    livestock_id: UUID,
    *,
    body: ParticularsIn,
) -> Call[LivestockDetails]:
    """Adds the EID, date of birth and parents of an animal where they were not known.

    Sent with `Client.send`, which returns `LivestockDetails`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/v1/admin/livestock/{livestock_id}/particulars".format(
            livestock_id=quote(str(livestock_id), safe=""),
        ),
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> LivestockDetails:
        response_200 = LivestockDetails.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
