import datetime
from typing import Any

import httpx

from ...calls import Call
from ...models.list_settlements_provider_type_0 import ListSettlementsProviderType0
from ...models.settlement_page import SettlementPage
from ...types import UNSET, Unset


def list_settlements(
    *,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
    provider: ListSettlementsProviderType0 | None | Unset = UNSET,
    day: datetime.date | None | Unset = UNSET,
    differing: bool | Unset = False,
) -> Call[SettlementPage]:
    """Lists the days that were compared with providers, newest first.

    Sent with `Client.send`, which returns `SettlementPage`.
    """

    params: dict[str, Any] = {}

    params["limit"] = limit

    json_cursor: None | str | Unset
    if isinstance(cursor, Unset):
        json_cursor = UNSET
    else:
        json_cursor = cursor
    params["cursor"] = json_cursor

    json_provider: None | str | Unset
    if isinstance(provider, Unset):
        json_provider = UNSET
    elif isinstance(provider, str):
        json_provider = provider
    else:
        json_provider = provider
    params["provider"] = json_provider

    json_day: None | str | Unset
    if isinstance(day, Unset):
        json_day = UNSET
    elif isinstance(day, datetime.date):
        json_day = day.isoformat()
    else:
        json_day = day
    params["day"] = json_day

    params["differing"] = differing

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/admin/payments/settlements",
        "params": params,
    }

    def parse(response: httpx.Response) -> SettlementPage:
        response_200 = SettlementPage.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
