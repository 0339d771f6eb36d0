from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.code_out import CodeOut


def show_prize_code(
    prize_id: UUID,
) -> Call[CodeOut]:
    """Issues the code by which a prize that is no money is claimed; the one before, if any, is worth nothing then.

    The code is not kept: whoever has lost it asks for another.

    Sent with `Client.send`, which returns `CodeOut`.
    """

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/my-contests/prizes/{prize_id}/code".format(
            prize_id=quote(str(prize_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> CodeOut:
        response_200 = CodeOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
