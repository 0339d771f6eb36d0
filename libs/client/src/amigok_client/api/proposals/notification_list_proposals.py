from typing import Any

import httpx

from ...calls import Call
from ...models.notification_list_proposals_state_type_0 import NotificationListProposalsStateType0
from ...models.proposal_page import ProposalPage
from ...types import UNSET, Unset


def notification_list_proposals(
    *,
    state: None | NotificationListProposalsStateType0 | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
) -> Call[ProposalPage]:
    """Lists proposals that wait for a second person or did, newest first.

    Sent with `Client.send`, which returns `ProposalPage`.
    """

    params: dict[str, Any] = {}

    json_state: None | str | Unset
    if isinstance(state, Unset):
        json_state = UNSET
    elif isinstance(state, str):
        json_state = state
    else:
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
        "url": "/api/v1/admin/notification/proposals",
        "params": params,
    }

    def parse(response: httpx.Response) -> ProposalPage:
        response_200 = ProposalPage.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
