import datetime
from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.detection_page import DetectionPage
from ...types import UNSET, Unset


def read_detection_history(
    livestock_id: UUID,
    *,
    from_: datetime.datetime | None | Unset = UNSET,
    until: datetime.datetime | None | Unset = UNSET,
    camera_id: None | Unset | UUID = UNSET,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
) -> Call[DetectionPage]:
    """Lists when and where an animal was detected, newest first, as far as the time was yours.

    Sent with `Client.send`, which returns `DetectionPage`.
    """

    params: dict[str, Any] = {}

    json_from_: None | str | Unset
    if isinstance(from_, Unset):
        json_from_ = UNSET
    elif isinstance(from_, datetime.datetime):
        json_from_ = from_.isoformat()
    else:
        json_from_ = from_
    params["from"] = json_from_

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
        "url": "/api/v1/livestock/{livestock_id}/detection-history".format(
            livestock_id=quote(str(livestock_id), safe=""),
        ),
        "params": params,
    }

    def parse(response: httpx.Response) -> DetectionPage:
        response_200 = DetectionPage.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
