import datetime
from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.recording_page import RecordingPage
from ...types import UNSET, Unset


def list_recordings(
    livestock_id: UUID,
    *,
    since: datetime.datetime | None | Unset = UNSET,
    until: datetime.datetime | None | Unset = UNSET,
    camera_id: None | Unset | UUID = UNSET,
    detected: bool | None | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
) -> Call[RecordingPage]:
    """The recordings that show an animal, newest first: those that lie as a whole in times that you may see.

    Sent with `Client.send`, which returns `RecordingPage`.
    """

    params: dict[str, Any] = {}

    json_since: None | str | Unset
    if isinstance(since, Unset):
        json_since = UNSET
    elif isinstance(since, datetime.datetime):
        json_since = since.isoformat()
    else:
        json_since = since
    params["since"] = json_since

    json_until: None | str | Unset
    if isinstance(until, Unset):
        json_until = UNSET
    elif isinstance(until, datetime.datetime):
        json_until = until.isoformat()
    else:
        json_until = until
    params["until"] = json_until

    json_camera_id: None | str | Unset
    if isinstance(camera_id, Unset):
        json_camera_id = UNSET
    elif isinstance(camera_id, UUID):
        json_camera_id = str(camera_id)
    else:
        json_camera_id = camera_id
    params["camera_id"] = json_camera_id

    json_detected: bool | None | Unset
    if isinstance(detected, Unset):
        json_detected = UNSET
    else:
        json_detected = detected
    params["detected"] = json_detected

    params["limit"] = limit

    json_cursor: None | str | Unset
    if isinstance(cursor, Unset):
        json_cursor = UNSET
    else:
        json_cursor = cursor
    params["cursor"] = json_cursor

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/streams/livestock/{livestock_id}/recordings".format(
            livestock_id=quote(str(livestock_id), safe=""),
        ),
        "params": params,
    }

    def parse(response: httpx.Response) -> RecordingPage:
        response_200 = RecordingPage.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
