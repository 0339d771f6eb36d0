from typing import Literal

AdminRefundInChargedTo = Literal["platform", "user"]

ADMIN_REFUND_IN_CHARGED_TO_VALUES: set[AdminRefundInChargedTo] = {
    "platform",
    "user",
}


def check_admin_refund_in_charged_to(value: str) -> AdminRefundInChargedTo:
    if value in ADMIN_REFUND_IN_CHARGED_TO_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ADMIN_REFUND_IN_CHARGED_TO_VALUES!r}")
