from typing import Literal

ListMyLivestockCurrencyType0 = Literal["EUR", "GBP", "USD"]

LIST_MY_LIVESTOCK_CURRENCY_TYPE_0_VALUES: set[ListMyLivestockCurrencyType0] = {
    "EUR",
    "GBP",
    "USD",
}


def check_list_my_livestock_currency_type_0(value: str) -> ListMyLivestockCurrencyType0:
    if value in LIST_MY_LIVESTOCK_CURRENCY_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIST_MY_LIVESTOCK_CURRENCY_TYPE_0_VALUES!r}")
