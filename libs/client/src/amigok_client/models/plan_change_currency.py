from typing import Literal

PlanChangeCurrency = Literal["EUR", "GBP", "USD"]

PLAN_CHANGE_CURRENCY_VALUES: set[PlanChangeCurrency] = {
    "EUR",
    "GBP",
    "USD",
}


def check_plan_change_currency(value: str) -> PlanChangeCurrency:
    if value in PLAN_CHANGE_CURRENCY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PLAN_CHANGE_CURRENCY_VALUES!r}")
