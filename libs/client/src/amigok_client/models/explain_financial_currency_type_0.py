from typing import Literal

ExplainFinancialCurrencyType0 = Literal["EUR", "GBP", "USD"]

EXPLAIN_FINANCIAL_CURRENCY_TYPE_0_VALUES: set[ExplainFinancialCurrencyType0] = {
    "EUR",
    "GBP",
    "USD",
}


def check_explain_financial_currency_type_0(value: str) -> ExplainFinancialCurrencyType0:
    if value in EXPLAIN_FINANCIAL_CURRENCY_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {EXPLAIN_FINANCIAL_CURRENCY_TYPE_0_VALUES!r}")
