from typing import Literal

AccountEntryOutEntry = Literal[
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

ACCOUNT_ENTRY_OUT_ENTRY_VALUES: set[AccountEntryOutEntry] = {
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


def check_account_entry_out_entry(value: str) -> AccountEntryOutEntry:
    if value in ACCOUNT_ENTRY_OUT_ENTRY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ACCOUNT_ENTRY_OUT_ENTRY_VALUES!r}")
