from typing import Any

import httpx

from ...calls import Call
from ...models.livestock_type_details_page import LivestockTypeDetailsPage
from ...models.livestock_type_page import LivestockTypePage
from ...types import UNSET, Unset


def list_livestock_types(
    *,
    include_retired: bool | Unset = False,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
) -> Call[LivestockTypeDetailsPage | LivestockTypePage]:
    """Lists the livestock types; administrators see who added them.

    Sent with `Client.send`, which returns `LivestockTypeDetailsPage | LivestockTypePage`.
    """

    params: dict[str, Any] = {}

    params["include_retired"] = include_retired

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
        "url": "/api/v1/livestock-types",
        "params": params,
    }

    def parse(response: httpx.Response) -> LivestockTypeDetailsPage | LivestockTypePage:
        def _parse_response_200(data: object) -> LivestockTypeDetailsPage | LivestockTypePage:
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                response_200_type_0 = LivestockTypeDetailsPage.from_dict(data)

                return response_200_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            if not isinstance(data, dict):
                raise TypeError()
            response_200_type_1 = LivestockTypePage.from_dict(data)

            return response_200_type_1

        response_200 = _parse_response_200(response.json())

        return response_200

    return Call(_kwargs, parse, True)
