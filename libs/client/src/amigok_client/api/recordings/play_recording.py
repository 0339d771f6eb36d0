from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.file_link import FileLink


def play_recording(
    recording_id: UUID,
) -> Call[FileLink]:
    """A link to the video, for players that send no token. It takes range requests.

    Sent with `Client.send`, which returns `FileLink`.
    """

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/streams/recordings/{recording_id}/play".format(
            recording_id=quote(str(recording_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> FileLink:
        response_200 = FileLink.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
