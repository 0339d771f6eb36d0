from typing import Any

import httpx

from ...calls import Call
from ...models.login_in import LoginIn
from ...models.login_out import LoginOut
from ...models.second_factor_out import SecondFactorOut


def login(
    *,
    body: LoginIn,
) -> Call[LoginOut | SecondFactorOut]:
    """Signs in, or asks for the second factor. In that case continue at `/auth/login/second-factor`.

    Send the `device_token` of the last login. Without it the device is new, and the owner gets a mail about it.

    Sent with `Client.send`, which returns `LoginOut | SecondFactorOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/auth/login",
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> LoginOut | SecondFactorOut:
        def _parse_response_200(data: object) -> LoginOut | SecondFactorOut:
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                response_200_type_0 = LoginOut.from_dict(data)

                return response_200_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            if not isinstance(data, dict):
                raise TypeError()
            response_200_type_1 = SecondFactorOut.from_dict(data)

            return response_200_type_1

        response_200 = _parse_response_200(response.json())

        return response_200

    return Call(_kwargs, parse, False)
