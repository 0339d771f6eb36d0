from typing import Literal

ListPublicationsCurrencyType0 = Literal["EUR", "GBP", "USD"]

LIST_PUBLICATIONS_CURRENCY_TYPE_0_VALUES: set[ListPublicationsCurrencyType0] = {
    "EUR",
    "GBP",
    "USD",
}


def check_list_publications_currency_type_0(value: str) -> ListPublicationsCurrencyType0:
    if value in LIST_PUBLICATIONS_CURRENCY_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIST_PUBLICATIONS_CURRENCY_TYPE_0_VALUES!r}")
