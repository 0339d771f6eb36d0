from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.plan_change import PlanChange
from ...models.plan_out import PlanOut


def change_vaccination_plan(
    plan_id: UUID,
    *,
    body: PlanChange,
) -> Call[PlanOut]:
    """Changes a vaccination plan. What was requested or given stays, and is not requested twice.

    Sent with `Client.send`, which returns `PlanOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/v1/admin/vaccination-plans/{plan_id}".format(
            plan_id=quote(str(plan_id), safe=""),
        ),
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> PlanOut:
        response_200 = PlanOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
