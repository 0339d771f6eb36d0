from typing import Literal

ListPaymentsProviderType0 = Literal["paypal", "stripe", "wallet"]

LIST_PAYMENTS_PROVIDER_TYPE_0_VALUES: set[ListPaymentsProviderType0] = {
    "paypal",
    "stripe",
    "wallet",
}


def check_list_payments_provider_type_0(value: str) -> ListPaymentsProviderType0:
    if value in LIST_PAYMENTS_PROVIDER_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIST_PAYMENTS_PROVIDER_TYPE_0_VALUES!r}")
