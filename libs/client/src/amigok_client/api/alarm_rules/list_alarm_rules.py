from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.rule_page import RulePage
from ...types import UNSET, Unset


def list_alarm_rules(
    farm_id: UUID,
    *,
    retired: bool | Unset = False,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
) -> Call[RulePage]:
    """Lists the rules of a farm, newest first.

    Sent with `Client.send`, which returns `RulePage`.
    """

    params: dict[str, Any] = {}

    params["retired"] = retired

    params["limit"] = limit

    json_cursor: None | str | Unset
    if isinstance(cursor, Unset):
        json_cursor = UNSET
    else:
        json_cursor = cursor
    params["cursor"] = json_cursor

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/farms/{farm_id}/alarm-rules".format(
            farm_id=quote(str(farm_id), safe=""),
        ),
        "params": params,
    }

    def parse(response: httpx.Response) -> RulePage:
        response_200 = RulePage.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
