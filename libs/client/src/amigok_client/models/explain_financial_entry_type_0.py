from typing import Literal

ExplainFinancialEntryType0 = Literal[
    "care",
    "cost_of_sold",
    "feed",
    "insurance",
    "losses",
    "other",
    "provider_fees",
    "refunds",
    "removal_fees",
    "sale_fees",
    "sales",
]

EXPLAIN_FINANCIAL_ENTRY_TYPE_0_VALUES: set[ExplainFinancialEntryType0] = {
    "care",
    "cost_of_sold",
    "feed",
    "insurance",
    "losses",
    "other",
    "provider_fees",
    "refunds",
    "removal_fees",
    "sale_fees",
    "sales",
}


def check_explain_financial_entry_type_0(value: str) -> ExplainFinancialEntryType0:
    if value in EXPLAIN_FINANCIAL_ENTRY_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {EXPLAIN_FINANCIAL_ENTRY_TYPE_0_VALUES!r}")
