from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.farm_movement_page import FarmMovementPage
from ...models.recorded_movement_page import RecordedMovementPage
from ...types import UNSET, Unset


def list_movements(
    livestock_id: UUID,
    *,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
) -> Call[FarmMovementPage | RecordedMovementPage]:
    """Lists the movements of an animal, newest first, for its owner and the farm's people.

    Sent with `Client.send`, which returns `FarmMovementPage | RecordedMovementPage`.
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
        "url": "/api/v1/livestock/{livestock_id}/movements".format(
            livestock_id=quote(str(livestock_id), safe=""),
        ),
        "params": params,
    }

    def parse(response: httpx.Response) -> FarmMovementPage | RecordedMovementPage:
        def _parse_response_200(data: object) -> FarmMovementPage | RecordedMovementPage:
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                response_200_type_0 = RecordedMovementPage.from_dict(data)

                return response_200_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            if not isinstance(data, dict):
                raise TypeError()
            response_200_type_1 = FarmMovementPage.from_dict(data)

            return response_200_type_1

        response_200 = _parse_response_200(response.json())

        return response_200

    return Call(_kwargs, parse, True)
