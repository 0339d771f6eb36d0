from typing import Literal

ListSalesClassKg = Literal["10", "100", "25", "250", "50"]

LIST_SALES_CLASS_KG_VALUES: set[ListSalesClassKg] = {
    "10",
    "100",
    "25",
    "250",
    "50",
}


def check_list_sales_class_kg(value: str) -> ListSalesClassKg:
    if value in LIST_SALES_CLASS_KG_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIST_SALES_CLASS_KG_VALUES!r}")
