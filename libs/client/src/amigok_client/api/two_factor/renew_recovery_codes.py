from typing import Any

import httpx

from ...calls import Call
from ...models.recovery_codes_out import RecoveryCodesOut


def renew_recovery_codes() -> Call[RecoveryCodesOut]:
    """Returns ten new recovery codes, once. The old ones are void.

    Sent with `Client.send`, which returns `RecoveryCodesOut`.
    """

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/auth/2fa/recovery-codes",
    }

    def parse(response: httpx.Response) -> RecoveryCodesOut:
        response_200 = RecoveryCodesOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
