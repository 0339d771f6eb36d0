from typing import Any

import httpx

from ...calls import Call
from ...models.claim_page import ClaimPage
from ...models.list_claims_state import ListClaimsState
from ...types import UNSET, Unset


def list_claims(
    *,
    state: ListClaimsState | Unset = "requested",
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
) -> Call[ClaimPage]:
    """Lists the claims in a state, oldest first.

    Sent with `Client.send`, which returns `ClaimPage`.
    """

    params: dict[str, Any] = {}

    json_state: str | Unset = UNSET
    if not isinstance(state, Unset):
        json_state = state

    params["state"] = json_state

    params["limit"] = limit

    json_cursor: None | str | Unset
    if isinstance(cursor, Unset):
        json_cursor = UNSET
    else:
        json_cursor = cursor
    params["cursor"] = json_cursor

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/admin/insurance-claims",
        "params": params,
    }

    def parse(response: httpx.Response) -> ClaimPage:
        response_200 = ClaimPage.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
