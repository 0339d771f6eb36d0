from typing import Any
from uuid import UUID

import httpx

from ...calls import Call
from ...models.read_tax_statement_into_type_0 import ReadTaxStatementIntoType0
from ...models.read_tax_statement_scope import ReadTaxStatementScope
from ...models.tax_statement_out import TaxStatementOut
from ...types import UNSET, Unset


def read_tax_statement(
    *,
    scope: ReadTaxStatementScope | Unset = "mine",
    farm_id: None | Unset | UUID = UNSET,
    livestock_id: list[UUID] | Unset = UNSET,
    time_zone: str | Unset = "UTC",
    into: None | ReadTaxStatementIntoType0 | Unset = UNSET,
    rate: list[str] | Unset = UNSET,
    year: int,
    begins: str | Unset = "01-01",
) -> Call[TaxStatementOut]:
    """Returns the account of a tax year, with each animal that left in it.

    Sent with `Client.send`, which returns `TaxStatementOut`.
    """

    params: dict[str, Any] = {}

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

    params["year"] = year

    params["begins"] = begins

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/analytics/financial/tax-statement",
        "params": params,
    }

    def parse(response: httpx.Response) -> TaxStatementOut:
        response_200 = TaxStatementOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
