from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.distribution_out import DistributionOut


def distribute_prizes(
    contest_id: UUID,
    *,
    idempotency_key: str | None = None,
) -> Call[DistributionOut]:
    """Gives the prizes of a final result ahead of the clock. Where they come to much, another administrator agrees.

    Sent with `Client.send`, which returns `DistributionOut`.
    """
    headers: dict[str, Any] = {}
    headers["Idempotency-Key"] = idempotency_key or Call.key()

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/admin/contests/{contest_id}/distribute-prizes".format(
            contest_id=quote(str(contest_id), safe=""),
        ),
    }
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> DistributionOut:
        response_200 = DistributionOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
