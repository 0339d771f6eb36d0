from typing import Any

import httpx

from ...calls import Call
from ...models.profile import Profile


def show_me() -> Call[Profile]:
    """Returns who I am.

    Sent with `Client.send`, which returns `Profile`.
    """

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/me",
    }

    def parse(response: httpx.Response) -> Profile:
        response_200 = Profile.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
