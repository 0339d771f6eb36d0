from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.weighing_in import WeighingIn
from ...models.weighing_out import WeighingOut


def weigh(
    livestock_id: UUID,
    *,
    body: WeighingIn,
) -> Call[WeighingOut]:
    """Records a weight. The farm's own staff, veterinarians and administrators may.

    403 `forbidden`, `other_farm`, `own_animal`; 404 `livestock_not_found`; 409 `livestock_gone`, `weighing_exists`,
    `weighing_superseded`, `client_id_reused`, `second_person_needed` (`why`: `gain`, `weight_for_age`,
    `changed_hands`, `correction`); 422 `weighed_in_future`, `weighed_before_birth`, `unknown_weighing`.

    Sent with `Client.send`, which returns `WeighingOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/livestock/{livestock_id}/weights".format(
            livestock_id=quote(str(livestock_id), safe=""),
        ),
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> WeighingOut:
        response_201 = WeighingOut.from_dict(response.json())

        return response_201

    return Call(_kwargs, parse, True)
