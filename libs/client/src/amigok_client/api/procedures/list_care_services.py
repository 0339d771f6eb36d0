from typing import Any
from uuid import UUID

import httpx

from ...calls import Call
from ...models.care_service_page import CareServicePage
from ...models.list_care_services_care_type_type_0 import ListCareServicesCareTypeType0
from ...types import UNSET, Unset


def list_care_services(
    *,
    care_type: ListCareServicesCareTypeType0 | None | Unset = UNSET,
    livestock_type_id: None | Unset | UUID = UNSET,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
) -> Call[CareServicePage]:
    """Lists the care services that are offered, newest first.

    Sent with `Client.send`, which returns `CareServicePage`.
    """

    params: dict[str, Any] = {}

    json_care_type: None | str | Unset
    if isinstance(care_type, Unset):
        json_care_type = UNSET
    elif isinstance(care_type, str):
        json_care_type = care_type
    else:
        json_care_type = care_type
    params["care_type"] = json_care_type

    json_livestock_type_id: None | str | Unset
    if isinstance(livestock_type_id, Unset):
        json_livestock_type_id = UNSET
    elif isinstance(livestock_type_id, UUID):
        json_livestock_type_id = str(livestock_type_id)
    else:
        json_livestock_type_id = livestock_type_id
    params["livestock_type_id"] = json_livestock_type_id

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
        "url": "/api/v1/care-services",
        "params": params,
    }

    def parse(response: httpx.Response) -> CareServicePage:
        response_200 = CareServicePage.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, False)
