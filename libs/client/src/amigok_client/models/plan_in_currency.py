from typing import Literal

PlanInCurrency = Literal["EUR", "GBP", "USD"]

PLAN_IN_CURRENCY_VALUES: set[PlanInCurrency] = {
    "EUR",
    "GBP",
    "USD",
}


def check_plan_in_currency(value: str) -> PlanInCurrency:
    if value in PLAN_IN_CURRENCY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PLAN_IN_CURRENCY_VALUES!r}")
