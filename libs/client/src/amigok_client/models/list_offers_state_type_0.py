from typing import Literal

ListOffersStateType0 = Literal[
    "accepted",
    "awaiting_buyer",
    "awaiting_seller",
    "completed",
    "declined",
    "ended",
    "expired",
    "payment_failed",
    "withdrawn",
]

LIST_OFFERS_STATE_TYPE_0_VALUES: set[ListOffersStateType0] = {
    "accepted",
    "awaiting_buyer",
    "awaiting_seller",
    "completed",
    "declined",
    "ended",
    "expired",
    "payment_failed",
    "withdrawn",
}


def check_list_offers_state_type_0(value: str) -> ListOffersStateType0:
    if value in LIST_OFFERS_STATE_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIST_OFFERS_STATE_TYPE_0_VALUES!r}")
