from typing import Any

import httpx

from ...calls import Call
from ...models.plan_in import PlanIn
from ...models.plan_out import PlanOut


def add_vaccination_plan(
    *,
    body: PlanIn,
) -> Call[PlanOut]:
    """Adds a vaccination plan. Within a minute it plans for the animals of the type that have an owner.

    Sent with `Client.send`, which returns `PlanOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/admin/vaccination-plans",
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> PlanOut:
        response_201 = PlanOut.from_dict(response.json())

        return response_201

    return Call(_kwargs, parse, True)
