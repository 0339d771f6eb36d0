from typing import Literal

ExplainFinancialIntoType0 = Literal["EUR", "GBP", "USD"]

EXPLAIN_FINANCIAL_INTO_TYPE_0_VALUES: set[ExplainFinancialIntoType0] = {
    "EUR",
    "GBP",
    "USD",
}


def check_explain_financial_into_type_0(value: str) -> ExplainFinancialIntoType0:
    if value in EXPLAIN_FINANCIAL_INTO_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {EXPLAIN_FINANCIAL_INTO_TYPE_0_VALUES!r}")
