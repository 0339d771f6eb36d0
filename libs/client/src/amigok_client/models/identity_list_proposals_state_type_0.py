from typing import Literal

IdentityListProposalsStateType0 = Literal["approved", "expired", "open", "rejected", "withdrawn"]

IDENTITY_LIST_PROPOSALS_STATE_TYPE_0_VALUES: set[IdentityListProposalsStateType0] = {
    "approved",
    "expired",
    "open",
    "rejected",
    "withdrawn",
}


def check_identity_list_proposals_state_type_0(value: str) -> IdentityListProposalsStateType0:
    if value in IDENTITY_LIST_PROPOSALS_STATE_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {IDENTITY_LIST_PROPOSALS_STATE_TYPE_0_VALUES!r}")
