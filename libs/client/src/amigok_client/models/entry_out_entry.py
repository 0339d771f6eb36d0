from typing import Literal

EntryOutEntry = Literal[
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

ENTRY_OUT_ENTRY_VALUES: set[EntryOutEntry] = {
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


def check_entry_out_entry(value: str) -> EntryOutEntry:
    if value in ENTRY_OUT_ENTRY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ENTRY_OUT_ENTRY_VALUES!r}")
