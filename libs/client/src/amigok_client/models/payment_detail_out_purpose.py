from typing import Literal

PaymentDetailOutPurpose = Literal["deposit", "order"]

PAYMENT_DETAIL_OUT_PURPOSE_VALUES: set[PaymentDetailOutPurpose] = {
    "deposit",
    "order",
}


def check_payment_detail_out_purpose(value: str) -> PaymentDetailOutPurpose:
    if value in PAYMENT_DETAIL_OUT_PURPOSE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PAYMENT_DETAIL_OUT_PURPOSE_VALUES!r}")
