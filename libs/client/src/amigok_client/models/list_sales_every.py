from typing import Literal

ListSalesEvery = Literal["month", "quarter", "week"]

LIST_SALES_EVERY_VALUES: set[ListSalesEvery] = {
    "month",
    "quarter",
    "week",
}


def check_list_sales_every(value: str) -> ListSalesEvery:
    if value in LIST_SALES_EVERY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIST_SALES_EVERY_VALUES!r}")
