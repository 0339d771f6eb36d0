from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call


def keep_recording(
    recording_id: UUID,
) -> Call[None]:
    """Keeps a recording of your own time, of 20 at most, until you let it go.

    Sent with `Client.send`, which returns `None`.
    """

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/v1/streams/recordings/{recording_id}/keep".format(
            recording_id=quote(str(recording_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> None:
        return None

    return Call(_kwargs, parse, True)
