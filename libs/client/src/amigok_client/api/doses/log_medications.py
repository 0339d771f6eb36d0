from typing import Any

import httpx

from ...calls import Call
from ...models.medication_logs_in import MedicationLogsIn
from ...models.medication_verdicts_out import MedicationVerdictsOut


def log_medications(
    *,
    body: MedicationLogsIn,
) -> Call[MedicationVerdictsOut]:
    """Records up to 200 entries, and answers with a verdict on each.

    Sent with `Client.send`, which returns `MedicationVerdictsOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/staff/medication-log/bulk",
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> MedicationVerdictsOut:
        response_200 = MedicationVerdictsOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
