from typing import Literal

GameListProposalsStateType0 = Literal["approved", "expired", "open", "rejected", "withdrawn"]

GAME_LIST_PROPOSALS_STATE_TYPE_0_VALUES: set[GameListProposalsStateType0] = {
    "approved",
    "expired",
    "open",
    "rejected",
    "withdrawn",
}


def check_game_list_proposals_state_type_0(value: str) -> GameListProposalsStateType0:
    if value in GAME_LIST_PROPOSALS_STATE_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {GAME_LIST_PROPOSALS_STATE_TYPE_0_VALUES!r}")
