from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.hold_in import HoldIn


def hold_recording(
    recording_id: UUID,
    *,
    body: HoldIn,
) -> Call[None]:
    """Keeps a recording of your farm for a reason, such as a claim, until somebody of the farm ends that.

    Sent with `Client.send`, which returns `None`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/v1/staff/recordings/{recording_id}/hold".format(
            recording_id=quote(str(recording_id), safe=""),
        ),
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> None:
        return None

    return Call(_kwargs, parse, True)
