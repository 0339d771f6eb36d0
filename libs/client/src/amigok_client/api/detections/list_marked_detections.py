from typing import Any
from uuid import UUID

import httpx

from ...calls import Call
from ...models.list_marked_detections_mark_type_0 import ListMarkedDetectionsMarkType0
from ...models.marked_detection_page import MarkedDetectionPage
from ...types import UNSET, Unset


def list_marked_detections(
    *,
    mark: ListMarkedDetectionsMarkType0 | None | Unset = UNSET,
    device_id: None | Unset | UUID = UNSET,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
) -> Call[MarkedDetectionPage]:
    """Lists detections about which something is doubtful, those that came last first.

    Sent with `Client.send`, which returns `MarkedDetectionPage`.
    """

    params: dict[str, Any] = {}

    json_mark: None | str | Unset
    if isinstance(mark, Unset):
        json_mark = UNSET
    elif isinstance(mark, str):
        json_mark = mark
    else:
        json_mark = mark
    params["mark"] = json_mark

    json_device_id: None | str | Unset
    if isinstance(device_id, Unset):
        json_device_id = UNSET
    elif isinstance(device_id, UUID):
        json_device_id = str(device_id)
    else:
        json_device_id = device_id
    params["device_id"] = json_device_id

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
        "url": "/api/v1/admin/jetson/detections",
        "params": params,
    }

    def parse(response: httpx.Response) -> MarkedDetectionPage:
        response_200 = MarkedDetectionPage.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
