from typing import Literal

FarmListProposalsStateType0 = Literal["approved", "expired", "open", "rejected", "withdrawn"]

FARM_LIST_PROPOSALS_STATE_TYPE_0_VALUES: set[FarmListProposalsStateType0] = {
    "approved",
    "expired",
    "open",
    "rejected",
    "withdrawn",
}


def check_farm_list_proposals_state_type_0(value: str) -> FarmListProposalsStateType0:
    if value in FARM_LIST_PROPOSALS_STATE_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {FARM_LIST_PROPOSALS_STATE_TYPE_0_VALUES!r}")
