from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.seen_in import SeenIn
from ...models.subscription_out import SubscriptionOut


def keep_subscription(
    subscription_id: UUID,
    *,
    body: SeenIn,
) -> Call[SubscriptionOut]:
    """Takes back a cancellation or another package that would follow at the end of the period.

    Sent with `Client.send`, which returns `SubscriptionOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/subscriptions/{subscription_id}/keep".format(
            subscription_id=quote(str(subscription_id), safe=""),
        ),
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> SubscriptionOut:
        response_200 = SubscriptionOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
