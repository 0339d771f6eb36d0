from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.invitation_out import InvitationOut


def accept_judging(
    contest_id: UUID,
) -> Call[InvitationOut]:
    """Accepts to judge a contest.

    Sent with `Client.send`, which returns `InvitationOut`.
    """

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/judging/{contest_id}/accept".format(
            contest_id=quote(str(contest_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> InvitationOut:
        response_200 = InvitationOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
