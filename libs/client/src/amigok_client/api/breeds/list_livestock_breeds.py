from typing import Any
from uuid import UUID

import httpx

from ...calls import Call
from ...models.breed_details_page import BreedDetailsPage
from ...models.breed_page import BreedPage
from ...types import UNSET, Unset


def list_livestock_breeds(
    *,
    livestock_type_id: None | Unset | UUID = UNSET,
    include_retired: bool | Unset = False,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
) -> Call[BreedDetailsPage | BreedPage]:
    """Lists the breeds, of all types or of one; administrators see who added them.

    Sent with `Client.send`, which returns `BreedDetailsPage | BreedPage`.
    """

    params: dict[str, Any] = {}

    json_livestock_type_id: None | str | Unset
    if isinstance(livestock_type_id, Unset):
        json_livestock_type_id = UNSET
    elif isinstance(livestock_type_id, UUID):
        json_livestock_type_id = str(livestock_type_id)
    else:
        json_livestock_type_id = livestock_type_id
    params["livestock_type_id"] = json_livestock_type_id

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
        "url": "/api/v1/livestock-breeds",
        "params": params,
    }

    def parse(response: httpx.Response) -> BreedDetailsPage | BreedPage:
        def _parse_response_200(data: object) -> BreedDetailsPage | BreedPage:
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                response_200_type_0 = BreedDetailsPage.from_dict(data)

                return response_200_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            if not isinstance(data, dict):
                raise TypeError()
            response_200_type_1 = BreedPage.from_dict(data)

            return response_200_type_1

        response_200 = _parse_response_200(response.json())

        return response_200

    return Call(_kwargs, parse, True)
