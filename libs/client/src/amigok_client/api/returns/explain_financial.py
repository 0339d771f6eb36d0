import datetime
from typing import Any
from uuid import UUID

import httpx

from ...calls import Call
from ...models.explain_financial_currency_type_0 import ExplainFinancialCurrencyType0
from ...models.explain_financial_entry_type_0 import ExplainFinancialEntryType0
from ...models.explain_financial_into_type_0 import ExplainFinancialIntoType0
from ...models.explain_financial_scope import ExplainFinancialScope
from ...models.line_page import LinePage
from ...types import UNSET, Unset


def explain_financial(
    *,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
    scope: ExplainFinancialScope | Unset = "mine",
    farm_id: None | Unset | UUID = UNSET,
    livestock_id: list[UUID] | Unset = UNSET,
    time_zone: str | Unset = "UTC",
    into: ExplainFinancialIntoType0 | None | Unset = UNSET,
    rate: list[str] | Unset = UNSET,
    since: datetime.datetime | None | Unset = UNSET,
    until: datetime.datetime | None | Unset = UNSET,
    entry: ExplainFinancialEntryType0 | None | Unset = UNSET,
    currency: ExplainFinancialCurrencyType0 | None | Unset = UNSET,
) -> Call[LinePage]:
    """Lists the rows behind an account or one of its lines, each with its event and the ledger's transfers.

    Sent with `Client.send`, which returns `LinePage`.
    """

    params: dict[str, Any] = {}

    params["limit"] = limit

    json_cursor: None | str | Unset
    if isinstance(cursor, Unset):
        json_cursor = UNSET
    else:
        json_cursor = cursor
    params["cursor"] = json_cursor

    json_scope: str | Unset = UNSET
    if not isinstance(scope, Unset):
        json_scope = scope

    params["scope"] = json_scope

    json_farm_id: None | str | Unset
    if isinstance(farm_id, Unset):
        json_farm_id = UNSET
    elif isinstance(farm_id, UUID):
        json_farm_id = str(farm_id)
    else:
        json_farm_id = farm_id
    params["farm_id"] = json_farm_id

    json_livestock_id: list[str] | Unset = UNSET
    if not isinstance(livestock_id, Unset):
        json_livestock_id = []
        for livestock_id_item_data in livestock_id:
            livestock_id_item = str(livestock_id_item_data)
            json_livestock_id.append(livestock_id_item)

    params["livestock_id"] = json_livestock_id

    params["time_zone"] = time_zone

    json_into: None | str | Unset
    if isinstance(into, Unset):
        json_into = UNSET
    elif isinstance(into, str):
        json_into = into
    else:
        json_into = into
    params["into"] = json_into

    json_rate: list[str] | Unset = UNSET
    if not isinstance(rate, Unset):
        json_rate = rate

    params["rate"] = json_rate

    json_since: None | str | Unset
    if isinstance(since, Unset):
        json_since = UNSET
    elif isinstance(since, datetime.datetime):
        json_since = since.isoformat()
    else:
        json_since = since
    params["since"] = json_since

    json_until: None | str | Unset
    if isinstance(until, Unset):
        json_until = UNSET
    elif isinstance(until, datetime.datetime):
        json_until = until.isoformat()
    else:
        json_until = until
    params["until"] = json_until

    json_entry: None | str | Unset
    if isinstance(entry, Unset):
        json_entry = UNSET
    elif isinstance(entry, str):
        json_entry = entry
    else:
        json_entry = entry
    params["entry"] = json_entry

    json_currency: None | str | Unset
    if isinstance(currency, Unset):
        json_currency = UNSET
    elif isinstance(currency, str):
        json_currency = currency
    else:
        json_currency = currency
    params["currency"] = json_currency

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/analytics/financial/explain",
        "params": params,
    }

    def parse(response: httpx.Response) -> LinePage:
        response_200 = LinePage.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
