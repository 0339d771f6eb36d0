from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.seen_in import SeenIn
from ...models.subscription_out import SubscriptionOut


def pause_subscription(
    subscription_id: UUID,
    *,
    body: SeenIn,
) -> Call[SubscriptionOut]:
    """Pauses a subscription: its period is settled now, and the animal gets the basic ration.

    Sent with `Client.send`, which returns `SubscriptionOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/subscriptions/{subscription_id}/pause".format(
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
