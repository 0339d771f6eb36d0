from typing import Literal

WalletListProposalsStateType0 = Literal["approved", "expired", "open", "rejected", "withdrawn"]

WALLET_LIST_PROPOSALS_STATE_TYPE_0_VALUES: set[WalletListProposalsStateType0] = {
    "approved",
    "expired",
    "open",
    "rejected",
    "withdrawn",
}


def check_wallet_list_proposals_state_type_0(value: str) -> WalletListProposalsStateType0:
    if value in WALLET_LIST_PROPOSALS_STATE_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {WALLET_LIST_PROPOSALS_STATE_TYPE_0_VALUES!r}")
