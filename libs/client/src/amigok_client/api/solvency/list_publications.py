from typing import Any

import httpx

from ...calls import Call
from ...models.list_publications_currency_type_0 import ListPublicationsCurrencyType0
from ...models.published_root_page import PublishedRootPage
from ...types import UNSET, Unset


def list_publications(
    *,
    currency: ListPublicationsCurrencyType0 | None | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
) -> Call[PublishedRootPage]:
    """What the platform owed its users on each day, and the assets in its ledger, newest first.

    Each contains the digest of the one before: whoever notes one can detect a rewritten history.

    Sent with `Client.send`, which returns `PublishedRootPage`.
    """

    params: dict[str, Any] = {}

    json_currency: None | str | Unset
    if isinstance(currency, Unset):
        json_currency = UNSET
    elif isinstance(currency, str):
        json_currency = currency
    else:
        json_currency = currency
    params["currency"] = json_currency

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
        "url": "/api/v1/wallet/solvency",
        "params": params,
    }

    def parse(response: httpx.Response) -> PublishedRootPage:
        response_200 = PublishedRootPage.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, False)
