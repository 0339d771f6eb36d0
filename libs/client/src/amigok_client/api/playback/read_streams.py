from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.streams_out import StreamsOut


def read_streams(
    livestock_id: UUID,
) -> Call[StreamsOut]:
    """The cameras that show an animal now, and which of them are live.

    Sent with `Client.send`, which returns `StreamsOut`.
    """

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/streams/livestock/{livestock_id}".format(
            livestock_id=quote(str(livestock_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> StreamsOut:
        response_200 = StreamsOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
