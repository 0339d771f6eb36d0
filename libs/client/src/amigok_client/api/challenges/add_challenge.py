from typing import Any

import httpx

from ...calls import Call
from ...models.challenge_in import ChallengeIn
from ...models.challenge_out import ChallengeOut


def add_challenge(
    *,
    body: ChallengeIn,
) -> Call[ChallengeOut]:
    """Adds a challenge.

    Sent with `Client.send`, which returns `ChallengeOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/admin/pilot-farming/challenges",
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> ChallengeOut:
        response_201 = ChallengeOut.from_dict(response.json())

        return response_201

    return Call(_kwargs, parse, True)
