from typing import Any
from urllib.parse import quote

import httpx

from ...calls import Call
from ...models.change_task_rule_kind import ChangeTaskRuleKind
from ...models.task_rule_change import TaskRuleChange
from ...models.task_rule_out import TaskRuleOut


def change_task_rule(
    kind: ChangeTaskRuleKind,
    *,
    body: TaskRuleChange,
) -> Call[TaskRuleOut]:
    """Changes how a kind of task is done and what it gives, for days that begin later.

    Sent with `Client.send`, which returns `TaskRuleOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/v1/admin/pilot-farming/task-rules/{kind}".format(
            kind=quote(str(kind), safe=""),
        ),
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> TaskRuleOut:
        response_200 = TaskRuleOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
