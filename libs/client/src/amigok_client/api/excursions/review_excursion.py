from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.excursion_out import ExcursionOut
from ...models.stream_review_in import StreamReviewIn


def review_excursion(
    farm_id: UUID,
    equipment_id: UUID,
    excursion_id: UUID,
    *,
    body: StreamReviewIn,
) -> Call[ExcursionOut]:
    """Notes what you have decided about an excursion.

    Sent with `Client.send`, which returns `ExcursionOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/farms/{farm_id}/equipment/{equipment_id}/excursions/{excursion_id}/review".format(
            farm_id=quote(str(farm_id), safe=""),
            equipment_id=quote(str(equipment_id), safe=""),
            excursion_id=quote(str(excursion_id), safe=""),
        ),
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> ExcursionOut:
        response_200 = ExcursionOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
