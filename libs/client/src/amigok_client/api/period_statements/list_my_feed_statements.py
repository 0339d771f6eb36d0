from typing import Any
from uuid import UUID

import httpx

from ...calls import Call
from ...models.statement_line_page import StatementLinePage
from ...types import UNSET, Unset


def list_my_feed_statements(
    *,
    subscription_id: None | Unset | UUID = UNSET,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
) -> Call[StatementLinePage]:
    """Lists the periods of your feed subscriptions, newest first.

    Sent with `Client.send`, which returns `StatementLinePage`.
    """

    params: dict[str, Any] = {}

    json_subscription_id: None | str | Unset
    if isinstance(subscription_id, Unset):
        json_subscription_id = UNSET
    elif isinstance(subscription_id, UUID):
        json_subscription_id = str(subscription_id)
    else:
        json_subscription_id = subscription_id
    params["subscription_id"] = json_subscription_id

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
        "url": "/api/v1/my-feed-statements",
        "params": params,
    }

    def parse(response: httpx.Response) -> StatementLinePage:
        response_200 = StatementLinePage.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
