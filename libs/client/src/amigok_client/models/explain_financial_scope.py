from typing import Literal

ExplainFinancialScope = Literal["farm", "mine", "platform"]

EXPLAIN_FINANCIAL_SCOPE_VALUES: set[ExplainFinancialScope] = {
    "farm",
    "mine",
    "platform",
}


def check_explain_financial_scope(value: str) -> ExplainFinancialScope:
    if value in EXPLAIN_FINANCIAL_SCOPE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {EXPLAIN_FINANCIAL_SCOPE_VALUES!r}")
