from typing import Any

import httpx

from ...calls import Call
from ...models.step_up_options import StepUpOptions


def step_up_options() -> Call[StepUpOptions]:
    """Returns the methods by which the session's user can prove again who they are.

    Sent with `Client.send`, which returns `StepUpOptions`.
    """

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/auth/step-up/options",
    }

    def parse(response: httpx.Response) -> StepUpOptions:
        response_200 = StepUpOptions.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
