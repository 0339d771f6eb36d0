import datetime
from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.slots_out import SlotsOut
from ...types import UNSET, Unset


def list_free_slots(
    request_id: UUID,
    *,
    begins: datetime.datetime | None | Unset = UNSET,
    ends: datetime.datetime | None | Unset = UNSET,
) -> Call[SlotsOut]:
    """Lists when a veterinarian could come for a request of yours, at most 200 slots.

    Sent with `Client.send`, which returns `SlotsOut`.
    """

    params: dict[str, Any] = {}

    json_begins: None | str | Unset
    if isinstance(begins, Unset):
        json_begins = UNSET
    elif isinstance(begins, datetime.datetime):
        json_begins = begins.isoformat()
    else:
        json_begins = begins
    params["begins"] = json_begins

    json_ends: None | str | Unset
    if isinstance(ends, Unset):
        json_ends = UNSET
    elif isinstance(ends, datetime.datetime):
        json_ends = ends.isoformat()
    else:
        json_ends = ends
    params["ends"] = json_ends

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/care-requests/{request_id}/slots".format(
            request_id=quote(str(request_id), safe=""),
        ),
        "params": params,
    }

    def parse(response: httpx.Response) -> SlotsOut:
        response_200 = SlotsOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
