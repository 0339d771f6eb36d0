from typing import Literal

ProposalOutState = Literal["approved", "expired", "open", "rejected", "withdrawn"]

PROPOSAL_OUT_STATE_VALUES: set[ProposalOutState] = {
    "approved",
    "expired",
    "open",
    "rejected",
    "withdrawn",
}


def check_proposal_out_state(value: str) -> ProposalOutState:
    if value in PROPOSAL_OUT_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PROPOSAL_OUT_STATE_VALUES!r}")
