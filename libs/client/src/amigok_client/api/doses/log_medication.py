from typing import Any

import httpx

from ...calls import Call
from ...models.medication_log_in import MedicationLogIn
from ...models.task_out import TaskOut


def log_medication(
    *,
    body: MedicationLogIn,
) -> Call[TaskOut]:
    """Records what became of a dose: given, refused or skipped. It may come late, and be sent again.

    Sent with `Client.send`, which returns `TaskOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/staff/medication-log",
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> TaskOut:
        response_200 = TaskOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
