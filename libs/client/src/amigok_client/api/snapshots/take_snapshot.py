from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.snapshot_out import SnapshotOut


def take_snapshot(
    livestock_id: UUID,
) -> Call[SnapshotOut]:
    """Takes a picture of an animal from live video. Within five seconds everybody is given the same one.

    Sent with `Client.send`, which returns `SnapshotOut`.
    """

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/streams/snapshot/{livestock_id}".format(
            livestock_id=quote(str(livestock_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> SnapshotOut:
        response_201 = SnapshotOut.from_dict(response.json())

        return response_201

    return Call(_kwargs, parse, True)
