from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.care_history_out import CareHistoryOut
from ...types import UNSET, Unset


def read_care_history(
    livestock_id: UUID,
    *,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
) -> Call[CareHistoryOut]:
    """Lists what was done to an animal, newest first.

    Its owner sees what was done in their time, and the vaccinations and withdrawal periods that go on with it.

    Sent with `Client.send`, which returns `CareHistoryOut`.
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
        "url": "/api/v1/livestock/{livestock_id}/care-history".format(
            livestock_id=quote(str(livestock_id), safe=""),
        ),
        "params": params,
    }

    def parse(response: httpx.Response) -> CareHistoryOut:
        response_200 = CareHistoryOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
