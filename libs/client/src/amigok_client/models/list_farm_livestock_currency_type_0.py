from typing import Literal

ListFarmLivestockCurrencyType0 = Literal["EUR", "GBP", "USD"]

LIST_FARM_LIVESTOCK_CURRENCY_TYPE_0_VALUES: set[ListFarmLivestockCurrencyType0] = {
    "EUR",
    "GBP",
    "USD",
}


def check_list_farm_livestock_currency_type_0(value: str) -> ListFarmLivestockCurrencyType0:
    if value in LIST_FARM_LIVESTOCK_CURRENCY_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIST_FARM_LIVESTOCK_CURRENCY_TYPE_0_VALUES!r}")
