from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.subscription_out import SubscriptionOut


def read_subscription(
    subscription_id: UUID,
) -> Call[SubscriptionOut]:
    """Returns a feed subscription of yours.

    Sent with `Client.send`, which returns `SubscriptionOut`.
    """

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/subscriptions/{subscription_id}".format(
            subscription_id=quote(str(subscription_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> SubscriptionOut:
        response_200 = SubscriptionOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
