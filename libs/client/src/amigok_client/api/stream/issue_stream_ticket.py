from typing import Any

import httpx

from ...calls import Call
from ...models.ticket_out import TicketOut


def issue_stream_ticket() -> Call[TicketOut]:
    """A ticket for `EventSource` in browsers, which sends no headers: it opens the stream once, within 30 seconds.

    Sent with `Client.send`, which returns `TicketOut`.
    """

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/notifications/stream/tickets",
    }

    def parse(response: httpx.Response) -> TicketOut:
        response_201 = TicketOut.from_dict(response.json())

        return response_201

    return Call(_kwargs, parse, True)
