from typing import Literal

ListHoldingsIntoType0 = Literal["EUR", "GBP", "USD"]

LIST_HOLDINGS_INTO_TYPE_0_VALUES: set[ListHoldingsIntoType0] = {
    "EUR",
    "GBP",
    "USD",
}


def check_list_holdings_into_type_0(value: str) -> ListHoldingsIntoType0:
    if value in LIST_HOLDINGS_INTO_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIST_HOLDINGS_INTO_TYPE_0_VALUES!r}")
