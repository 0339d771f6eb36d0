from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.release_out import ReleaseOut


def release_snapshot(
    snapshot_id: UUID,
) -> Call[ReleaseOut]:
    """Lets buyers see a snapshot of your time while the animal is for sale. It is withdrawn as other releases are.

    Sent with `Client.send`, which returns `ReleaseOut`.
    """

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/streams/snapshots/{snapshot_id}/release".format(
            snapshot_id=quote(str(snapshot_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> ReleaseOut:
        response_201 = ReleaseOut.from_dict(response.json())

        return response_201

    return Call(_kwargs, parse, True)
