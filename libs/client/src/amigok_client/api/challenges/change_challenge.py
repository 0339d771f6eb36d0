from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.challenge_change import ChallengeChange
from ...models.challenge_out import ChallengeOut


def change_challenge(
    challenge_id: UUID,
    *,
    body: ChallengeChange,
) -> Call[ChallengeOut]:
    """Describes a challenge anew. What it asks for and gives stays as players have joined it.

    Sent with `Client.send`, which returns `ChallengeOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/v1/admin/pilot-farming/challenges/{challenge_id}".format(
            challenge_id=quote(str(challenge_id), safe=""),
        ),
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> ChallengeOut:
        response_200 = ChallengeOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
