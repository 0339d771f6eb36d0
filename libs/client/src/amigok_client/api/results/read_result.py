from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.results_out import ResultsOut


def read_result(
    contest_id: UUID,
) -> Call[ResultsOut]:
    """Shows whether there is a result, what stands for it, and what it has taken the place of.

    Sent with `Client.send`, which returns `ResultsOut`.
    """

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/contests/{contest_id}/result".format(
            contest_id=quote(str(contest_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> ResultsOut:
        response_200 = ResultsOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, False)
