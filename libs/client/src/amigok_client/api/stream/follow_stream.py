from typing import Any

import httpx

from ...calls import Call
from ...types import UNSET, Unset


def follow_stream(
    *,
    after: int | None | Unset = UNSET,
    last_event_id: int | None | Unset = UNSET,
) -> Call[str]:
    """Server-sent events about what concerns you: see docs/clients.md. Ends with your token; resume then.

    Sent with `Client.send`, which returns `str`.
    """
    headers: dict[str, Any] = {}
    if not isinstance(last_event_id, Unset):
        headers["last-event-id"] = last_event_id

    params: dict[str, Any] = {}

    json_after: int | None | Unset
    if isinstance(after, Unset):
        json_after = UNSET
    else:
        json_after = after
    params["after"] = json_after

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/notifications/stream",
        "params": params,
    }
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> str:
        response_200 = response.text
        return response_200

    return Call(_kwargs, parse, True)
