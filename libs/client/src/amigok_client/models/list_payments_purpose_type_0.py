from typing import Literal

ListPaymentsPurposeType0 = Literal["deposit", "order"]

LIST_PAYMENTS_PURPOSE_TYPE_0_VALUES: set[ListPaymentsPurposeType0] = {
    "deposit",
    "order",
}


def check_list_payments_purpose_type_0(value: str) -> ListPaymentsPurposeType0:
    if value in LIST_PAYMENTS_PURPOSE_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIST_PAYMENTS_PURPOSE_TYPE_0_VALUES!r}")
