from typing import Literal

MarketplaceListProposalsStateType0 = Literal["approved", "expired", "open", "rejected", "withdrawn"]

MARKETPLACE_LIST_PROPOSALS_STATE_TYPE_0_VALUES: set[MarketplaceListProposalsStateType0] = {
    "approved",
    "expired",
    "open",
    "rejected",
    "withdrawn",
}


def check_marketplace_list_proposals_state_type_0(value: str) -> MarketplaceListProposalsStateType0:
    if value in MARKETPLACE_LIST_PROPOSALS_STATE_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {MARKETPLACE_LIST_PROPOSALS_STATE_TYPE_0_VALUES!r}")
