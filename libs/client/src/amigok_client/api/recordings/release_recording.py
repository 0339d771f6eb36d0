from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call


def release_recording(
    recording_id: UUID,
) -> Call[None]:
    """Ends the hold: the recording goes when its time is over, unless its owner keeps it.

    Sent with `Client.send`, which returns `None`.
    """

    _kwargs: dict[str, Any] = {
        "method": "delete",
        "url": "/api/v1/staff/recordings/{recording_id}/hold".format(
            recording_id=quote(str(recording_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> None:
        return None

    return Call(_kwargs, parse, True)
