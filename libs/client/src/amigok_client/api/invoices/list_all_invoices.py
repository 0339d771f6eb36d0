from typing import Any
from uuid import UUID

import httpx

from ...calls import Call
from ...models.invoice_line_page import InvoiceLinePage
from ...types import UNSET, Unset


def list_all_invoices(
    *,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
    year: int | None | Unset = UNSET,
    entity: None | str | Unset = UNSET,
    user_id: None | Unset | UUID = UNSET,
) -> Call[InvoiceLinePage]:
    """Lists all invoices, newest first, filtered by year, seller entity and recipient.

    Sent with `Client.send`, which returns `InvoiceLinePage`.
    """

    params: dict[str, Any] = {}

    params["limit"] = limit

    json_cursor: None | str | Unset
    if isinstance(cursor, Unset):
        json_cursor = UNSET
    else:
        json_cursor = cursor
    params["cursor"] = json_cursor

    json_year: int | None | Unset
    if isinstance(year, Unset):
        json_year = UNSET
    else:
        json_year = year
    params["year"] = json_year

    json_entity: None | str | Unset
    if isinstance(entity, Unset):
        json_entity = UNSET
    else:
        json_entity = entity
    params["entity"] = json_entity

    json_user_id: None | str | Unset
    if isinstance(user_id, Unset):
        json_user_id = UNSET
    elif isinstance(user_id, UUID):
        json_user_id = str(user_id)
    else:
        json_user_id = user_id
    params["user_id"] = json_user_id

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/admin/invoices",
        "params": params,
    }

    def parse(response: httpx.Response) -> InvoiceLinePage:
        response_200 = InvoiceLinePage.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
