from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.result_out import ResultOut


def announce_winners(
    contest_id: UUID,
) -> Call[ResultOut]:
    """Announces the result ahead of the clock. From now on entrants may appeal.

    Sent with `Client.send`, which returns `ResultOut`.
    """

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/admin/contests/{contest_id}/announce-winners".format(
            contest_id=quote(str(contest_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> ResultOut:
        response_200 = ResultOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
