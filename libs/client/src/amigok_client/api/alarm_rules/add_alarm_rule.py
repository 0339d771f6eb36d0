from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.rule_in import RuleIn
from ...models.rule_out import RuleOut


def add_alarm_rule(
    farm_id: UUID,
    *,
    body: RuleIn,
) -> Call[RuleOut]:
    """Makes a rule for what sensors of the farm measure from now on.

    Sent with `Client.send`, which returns `RuleOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/farms/{farm_id}/alarm-rules".format(
            farm_id=quote(str(farm_id), safe=""),
        ),
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> RuleOut:
        response_201 = RuleOut.from_dict(response.json())

        return response_201

    return Call(_kwargs, parse, True)
