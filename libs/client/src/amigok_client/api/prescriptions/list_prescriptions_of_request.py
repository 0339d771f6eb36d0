from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.prescribed_page import PrescribedPage
from ...types import UNSET, Unset


def list_prescriptions_of_request(
    request_id: UUID,
    *,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
) -> Call[PrescribedPage]:
    """Lists what was prescribed for a request that is assigned to you, latest first.

    Sent with `Client.send`, which returns `PrescribedPage`.
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
        "url": "/api/v1/vet/care-requests/{request_id}/prescriptions".format(
            request_id=quote(str(request_id), safe=""),
        ),
        "params": params,
    }

    def parse(response: httpx.Response) -> PrescribedPage:
        response_200 = PrescribedPage.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
