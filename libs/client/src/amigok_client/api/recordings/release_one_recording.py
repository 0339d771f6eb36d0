from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.release_out import ReleaseOut
from ...models.release_recording_in import ReleaseRecordingIn


def release_one_recording(
    recording_id: UUID,
    *,
    body: ReleaseRecordingIn,
) -> Call[ReleaseOut]:
    """Lets buyers see a recording of your time while the animal is for sale. It is withdrawn as other releases are.

    Sent with `Client.send`, which returns `ReleaseOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/streams/recordings/{recording_id}/release".format(
            recording_id=quote(str(recording_id), safe=""),
        ),
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> ReleaseOut:
        response_201 = ReleaseOut.from_dict(response.json())

        return response_201

    return Call(_kwargs, parse, True)
