from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.rule_out import RuleOut


def read_alarm_rule(
    farm_id: UUID,
    rule_id: UUID,
) -> Call[RuleOut]:
    """Returns a rule of a farm, also if it is retired.

    Sent with `Client.send`, which returns `RuleOut`.
    """

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/farms/{farm_id}/alarm-rules/{rule_id}".format(
            farm_id=quote(str(farm_id), safe=""),
            rule_id=quote(str(rule_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> RuleOut:
        response_200 = RuleOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
