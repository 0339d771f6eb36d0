from typing import Literal

ListKeptLivestockCurrencyType0 = Literal["EUR", "GBP", "USD"]

LIST_KEPT_LIVESTOCK_CURRENCY_TYPE_0_VALUES: set[ListKeptLivestockCurrencyType0] = {
    "EUR",
    "GBP",
    "USD",
}


def check_list_kept_livestock_currency_type_0(value: str) -> ListKeptLivestockCurrencyType0:
    if value in LIST_KEPT_LIVESTOCK_CURRENCY_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIST_KEPT_LIVESTOCK_CURRENCY_TYPE_0_VALUES!r}")
