from typing import Literal

AdminRefundInDestination = Literal["provider", "wallet"]

ADMIN_REFUND_IN_DESTINATION_VALUES: set[AdminRefundInDestination] = {
    "provider",
    "wallet",
}


def check_admin_refund_in_destination(value: str) -> AdminRefundInDestination:
    if value in ADMIN_REFUND_IN_DESTINATION_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ADMIN_REFUND_IN_DESTINATION_VALUES!r}")
