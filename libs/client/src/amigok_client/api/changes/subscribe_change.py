from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.subscribe_in import SubscribeIn
from ...models.subscription_out import SubscriptionOut


def subscribe_change(
    livestock_id: UUID,
    package_id: UUID,
    *,
    body: SubscribeIn,
    idempotency_key: str | None = None,
) -> Call[SubscriptionOut]:
    """Subscribes to a feed package for an animal of yours. Its price is held; you pay what was fed of it.

    Sent with `Client.send`, which returns `SubscriptionOut`.
    """
    headers: dict[str, Any] = {}
    headers["Idempotency-Key"] = idempotency_key or Call.key()

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/livestock/{livestock_id}/feed-packages/{package_id}/subscribe".format(
            livestock_id=quote(str(livestock_id), safe=""),
            package_id=quote(str(package_id), safe=""),
        ),
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> SubscriptionOut:
        response_202 = SubscriptionOut.from_dict(response.json())

        return response_202

    return Call(_kwargs, parse, True)
