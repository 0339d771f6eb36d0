from typing import Literal

ListSettlementsProviderType0 = Literal["paypal", "stripe", "wallet"]

LIST_SETTLEMENTS_PROVIDER_TYPE_0_VALUES: set[ListSettlementsProviderType0] = {
    "paypal",
    "stripe",
    "wallet",
}


def check_list_settlements_provider_type_0(value: str) -> ListSettlementsProviderType0:
    if value in LIST_SETTLEMENTS_PROVIDER_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIST_SETTLEMENTS_PROVIDER_TYPE_0_VALUES!r}")
