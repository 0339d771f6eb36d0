from typing import Literal

ListMyPaymentsPurposeType0 = Literal["deposit", "order"]

LIST_MY_PAYMENTS_PURPOSE_TYPE_0_VALUES: set[ListMyPaymentsPurposeType0] = {
    "deposit",
    "order",
}


def check_list_my_payments_purpose_type_0(value: str) -> ListMyPaymentsPurposeType0:
    if value in LIST_MY_PAYMENTS_PURPOSE_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIST_MY_PAYMENTS_PURPOSE_TYPE_0_VALUES!r}")
