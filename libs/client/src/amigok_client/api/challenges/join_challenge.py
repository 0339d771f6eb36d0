from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.my_challenge_out import MyChallengeOut


def join_challenge(
    challenge_id: UUID,
) -> Call[MyChallengeOut]:
    """Joins a challenge: what you do from today on counts. Sent again it has no further effect.

    Sent with `Client.send`, which returns `MyChallengeOut`.
    """

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/games/pilot-farming/challenges/{challenge_id}/join".format(
            challenge_id=quote(str(challenge_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> MyChallengeOut:
        response_200 = MyChallengeOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
