from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.seen_in import SeenIn
from ...models.subscription_out import SubscriptionOut


def pay_subscription(
    subscription_id: UUID,
    *,
    body: SeenIn,
    idempotency_key: str | None = None,
) -> Call[SubscriptionOut]:
    """Tries again to hold the price of an unpaid subscription.

    Sent with `Client.send`, which returns `SubscriptionOut`.
    """
    headers: dict[str, Any] = {}
    headers["Idempotency-Key"] = idempotency_key or Call.key()

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/subscriptions/{subscription_id}/pay".format(
            subscription_id=quote(str(subscription_id), safe=""),
        ),
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> SubscriptionOut:
        response_202 = SubscriptionOut.from_dict(response.json())

        return response_202

    return Call(_kwargs, parse, True)
