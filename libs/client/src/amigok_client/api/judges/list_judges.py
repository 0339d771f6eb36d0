from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.judge_details import JudgeDetails


def list_judges(
    contest_id: UUID,
) -> Call[list[JudgeDetails]]:
    """Lists the judges of a contest, with the entries that each does not judge and why.

    Sent with `Client.send`, which returns `list[JudgeDetails]`.
    """

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/admin/contests/{contest_id}/judges".format(
            contest_id=quote(str(contest_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> list[JudgeDetails]:
        response_200 = []
        _response_200 = response.json()
        for response_200_item_data in _response_200:
            response_200_item = JudgeDetails.from_dict(response_200_item_data)

            response_200.append(response_200_item)

        return response_200

    return Call(_kwargs, parse, True)
