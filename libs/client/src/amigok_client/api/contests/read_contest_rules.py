from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.rules_out import RulesOut


def read_contest_rules(
    contest_id: UUID,
) -> Call[RulesOut]:
    """Returns the rules of a contest, and the hash of what was frozen when it started.

    Sent with `Client.send`, which returns `RulesOut`.
    """

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/contests/{contest_id}/rules".format(
            contest_id=quote(str(contest_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> RulesOut:
        response_200 = RulesOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, False)
