from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.proposal_out import ProposalOut
from ...models.role_in import RoleIn
from ...models.user_details import UserDetails


def change_role(
    user_id: UUID,
    *,
    body: RoleIn,
) -> Call[ProposalOut | UserDetails]:
    """Gives the user another role. Tokens with the old role are refused within seconds.

    The roles `admin` and `veterinarian` decide on what others propose, so they are only proposed: 202 with the
    proposal, on which another administrator decides.

    Sent with `Client.send`, which returns `ProposalOut | UserDetails`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/v1/admin/users/{user_id}/role".format(
            user_id=quote(str(user_id), safe=""),
        ),
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> ProposalOut | UserDetails:
        if response.status_code == 200:

            def _parse_response_200(data: object) -> ProposalOut | UserDetails:
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    response_200_type_0 = UserDetails.from_dict(data)

                    return response_200_type_0
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                if not isinstance(data, dict):
                    raise TypeError()
                response_200_type_1 = ProposalOut.from_dict(data)

                return response_200_type_1

            response_200 = _parse_response_200(response.json())

            return response_200

        def _parse_response_202(data: object) -> ProposalOut | UserDetails:
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                response_202_type_0 = UserDetails.from_dict(data)

                return response_202_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            if not isinstance(data, dict):
                raise TypeError()
            response_202_type_1 = ProposalOut.from_dict(data)

            return response_202_type_1

        response_202 = _parse_response_202(response.json())

        return response_202

    return Call(_kwargs, parse, True)
