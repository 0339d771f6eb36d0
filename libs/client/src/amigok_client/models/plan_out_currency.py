from typing import Literal

PlanOutCurrency = Literal["EUR", "GBP", "USD"]

PLAN_OUT_CURRENCY_VALUES: set[PlanOutCurrency] = {
    "EUR",
    "GBP",
    "USD",
}


def check_plan_out_currency(value: str) -> PlanOutCurrency:
    if value in PLAN_OUT_CURRENCY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PLAN_OUT_CURRENCY_VALUES!r}")
