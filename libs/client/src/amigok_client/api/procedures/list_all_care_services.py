from typing import Any

import httpx

from ...calls import Call
from ...models.care_service_details_page import CareServiceDetailsPage
from ...types import UNSET, Unset


def list_all_care_services(
    *,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
) -> Call[CareServiceDetailsPage]:
    """Lists all care services with those that are retired, newest first.

    Sent with `Client.send`, which returns `CareServiceDetailsPage`.
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
        "url": "/api/v1/admin/care-services",
        "params": params,
    }

    def parse(response: httpx.Response) -> CareServiceDetailsPage:
        response_200 = CareServiceDetailsPage.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
