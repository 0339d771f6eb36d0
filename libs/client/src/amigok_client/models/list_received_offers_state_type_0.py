from typing import Literal

ListReceivedOffersStateType0 = Literal[
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

LIST_RECEIVED_OFFERS_STATE_TYPE_0_VALUES: set[ListReceivedOffersStateType0] = {
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


def check_list_received_offers_state_type_0(value: str) -> ListReceivedOffersStateType0:
    if value in LIST_RECEIVED_OFFERS_STATE_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIST_RECEIVED_OFFERS_STATE_TYPE_0_VALUES!r}")
