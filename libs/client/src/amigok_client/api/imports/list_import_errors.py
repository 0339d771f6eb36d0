from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.row_error_page import RowErrorPage
from ...types import UNSET, Unset


def list_import_errors(
    import_id: UUID,
    *,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
) -> Call[RowErrorPage]:
    """Lists what was wrong with each refused row, first row first.

    Sent with `Client.send`, which returns `RowErrorPage`.
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
        "url": "/api/v1/admin/livestock/imports/{import_id}/errors".format(
            import_id=quote(str(import_id), safe=""),
        ),
        "params": params,
    }

    def parse(response: httpx.Response) -> RowErrorPage:
        response_200 = RowErrorPage.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
