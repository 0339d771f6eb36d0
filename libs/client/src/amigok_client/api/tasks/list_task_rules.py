from typing import Any

import httpx

from ...calls import Call
from ...models.task_rule_out import TaskRuleOut


def list_task_rules() -> Call[list[TaskRuleOut]]:
    """Lists the kinds of tasks: how each is done and what it gives.

    Sent with `Client.send`, which returns `list[TaskRuleOut]`.
    """

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/games/pilot-farming/task-rules",
    }

    def parse(response: httpx.Response) -> list[TaskRuleOut]:
        response_200 = []
        _response_200 = response.json()
        for response_200_item_data in _response_200:
            response_200_item = TaskRuleOut.from_dict(response_200_item_data)

            response_200.append(response_200_item)

        return response_200

    return Call(_kwargs, parse, True)
