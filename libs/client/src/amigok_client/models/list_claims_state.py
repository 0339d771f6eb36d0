from typing import Literal

ListClaimsState = Literal["approved", "rejected", "requested"]

LIST_CLAIMS_STATE_VALUES: set[ListClaimsState] = {
    "approved",
    "rejected",
    "requested",
}


def check_list_claims_state(value: str) -> ListClaimsState:
    if value in LIST_CLAIMS_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIST_CLAIMS_STATE_VALUES!r}")
