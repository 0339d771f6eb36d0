from typing import Literal

PaymentListProposalsStateType0 = Literal["approved", "expired", "open", "rejected", "withdrawn"]

PAYMENT_LIST_PROPOSALS_STATE_TYPE_0_VALUES: set[PaymentListProposalsStateType0] = {
    "approved",
    "expired",
    "open",
    "rejected",
    "withdrawn",
}


def check_payment_list_proposals_state_type_0(value: str) -> PaymentListProposalsStateType0:
    if value in PAYMENT_LIST_PROPOSALS_STATE_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PAYMENT_LIST_PROPOSALS_STATE_TYPE_0_VALUES!r}")
