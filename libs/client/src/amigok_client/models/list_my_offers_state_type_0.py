from typing import Literal

ListMyOffersStateType0 = Literal[
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

LIST_MY_OFFERS_STATE_TYPE_0_VALUES: set[ListMyOffersStateType0] = {
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


def check_list_my_offers_state_type_0(value: str) -> ListMyOffersStateType0:
    if value in LIST_MY_OFFERS_STATE_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIST_MY_OFFERS_STATE_TYPE_0_VALUES!r}")
