from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.statement_out import StatementOut


def read_feed_statement(
    period_id: UUID,
) -> Call[StatementOut]:
    """Returns what a period of yours came to, meal by meal.

    Sent with `Client.send`, which returns `StatementOut`.
    """

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/feed-statements/{period_id}".format(
            period_id=quote(str(period_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> StatementOut:
        response_200 = StatementOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
