from typing import Literal

ListTransactionsCurrencyType0 = Literal["EUR", "GBP", "USD"]

LIST_TRANSACTIONS_CURRENCY_TYPE_0_VALUES: set[ListTransactionsCurrencyType0] = {
    "EUR",
    "GBP",
    "USD",
}


def check_list_transactions_currency_type_0(value: str) -> ListTransactionsCurrencyType0:
    if value in LIST_TRANSACTIONS_CURRENCY_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIST_TRANSACTIONS_CURRENCY_TYPE_0_VALUES!r}")
