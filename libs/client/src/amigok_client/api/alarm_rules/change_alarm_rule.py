from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.rule_change import RuleChange
from ...models.rule_out import RuleOut


def change_alarm_rule(
    farm_id: UUID,
    rule_id: UUID,
    *,
    body: RuleChange,
) -> Call[RuleOut]:
    """Replaces a rule. With a new condition it begins anew, and its open alarms end.

    Sent with `Client.send`, which returns `RuleOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/v1/farms/{farm_id}/alarm-rules/{rule_id}".format(
            farm_id=quote(str(farm_id), safe=""),
            rule_id=quote(str(rule_id), safe=""),
        ),
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> RuleOut:
        response_200 = RuleOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
