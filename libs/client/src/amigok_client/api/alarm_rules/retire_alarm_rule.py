from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call


def retire_alarm_rule(
    farm_id: UUID,
    rule_id: UUID,
) -> Call[None]:
    """Retires a rule. Its open alarms end.

    Sent with `Client.send`, which returns `None`.
    """

    _kwargs: dict[str, Any] = {
        "method": "delete",
        "url": "/api/v1/farms/{farm_id}/alarm-rules/{rule_id}".format(
            farm_id=quote(str(farm_id), safe=""),
            rule_id=quote(str(rule_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> None:
        return None

    return Call(_kwargs, parse, True)
