from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.pilot_task_out import PilotTaskOut


def complete_task(
    task_id: UUID,
) -> Call[PilotTaskOut]:
    """Says that you have done a task. Sent again it has no further effect.

    Sent with `Client.send`, which returns `PilotTaskOut`.
    """

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/games/pilot-farming/tasks/{task_id}/complete".format(
            task_id=quote(str(task_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> PilotTaskOut:
        response_200 = PilotTaskOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
