from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.package_choice_in import PackageChoiceIn
from ...models.subscription_out import SubscriptionOut


def upgrade_subscription(
    subscription_id: UUID,
    *,
    body: PackageChoiceIn,
    idempotency_key: str | None = None,
) -> Call[SubscriptionOut]:
    """Changes to another package now: what was fed is paid, and a period of the new package begins.

    Sent with `Client.send`, which returns `SubscriptionOut`.
    """
    headers: dict[str, Any] = {}
    headers["Idempotency-Key"] = idempotency_key or Call.key()

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/subscriptions/{subscription_id}/upgrade".format(
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
