from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.evidence_page import EvidencePage
from ...types import UNSET, Unset


def list_evidence(
    device_id: UUID,
    *,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
) -> Call[EvidencePage]:
    """Lists what a device has signed, with what was found of it, and names the gaps in its chains.

    Sent with `Client.send`, which returns `EvidencePage`.
    """

    params: dict[str, Any] = {}

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
        "url": "/api/v1/admin/jetson/devices/{device_id}/evidence".format(
            device_id=quote(str(device_id), safe=""),
        ),
        "params": params,
    }

    def parse(response: httpx.Response) -> EvidencePage:
        response_200 = EvidencePage.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
