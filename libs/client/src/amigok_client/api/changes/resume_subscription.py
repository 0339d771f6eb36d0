from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.resume_in import ResumeIn
from ...models.subscription_out import SubscriptionOut


def resume_subscription(
    subscription_id: UUID,
    *,
    body: ResumeIn,
    idempotency_key: str | None = None,
) -> Call[SubscriptionOut]:
    """Resumes a subscription: a new period begins now.

    Sent with `Client.send`, which returns `SubscriptionOut`.
    """
    headers: dict[str, Any] = {}
    headers["Idempotency-Key"] = idempotency_key or Call.key()

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/subscriptions/{subscription_id}/resume".format(
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
