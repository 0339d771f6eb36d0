from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.preview import Preview
from ...models.preview_subscription_currency import PreviewSubscriptionCurrency
from ...models.preview_subscription_cycle import PreviewSubscriptionCycle
from ...types import UNSET, Unset


def preview_subscription(
    livestock_id: UUID,
    package_id: UUID,
    *,
    cycle: PreviewSubscriptionCycle | Unset = "monthly",
    currency: PreviewSubscriptionCurrency | Unset = "USD",
) -> Call[Preview]:
    """Says what it would cost to subscribe now.

    Sent with `Client.send`, which returns `Preview`.
    """

    params: dict[str, Any] = {}

    json_cycle: str | Unset = UNSET
    if not isinstance(cycle, Unset):
        json_cycle = cycle

    params["cycle"] = json_cycle

    json_currency: str | Unset = UNSET
    if not isinstance(currency, Unset):
        json_currency = currency

    params["currency"] = json_currency

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/livestock/{livestock_id}/feed-packages/{package_id}/preview".format(
            livestock_id=quote(str(livestock_id), safe=""),
            package_id=quote(str(package_id), safe=""),
        ),
        "params": params,
    }

    def parse(response: httpx.Response) -> Preview:
        response_200 = Preview.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
