from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call


def let_recording_go(
    recording_id: UUID,
) -> Call[None]:
    """Keeps a recording no longer: it goes when its time is over.

    Sent with `Client.send`, which returns `None`.
    """

    _kwargs: dict[str, Any] = {
        "method": "delete",
        "url": "/api/v1/streams/recordings/{recording_id}/keep".format(
            recording_id=quote(str(recording_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> None:
        return None

    return Call(_kwargs, parse, True)
