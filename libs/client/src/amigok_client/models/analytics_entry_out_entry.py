from typing import Literal

AnalyticsEntryOutEntry = Literal[
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

ANALYTICS_ENTRY_OUT_ENTRY_VALUES: set[AnalyticsEntryOutEntry] = {
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


def check_analytics_entry_out_entry(value: str) -> AnalyticsEntryOutEntry:
    if value in ANALYTICS_ENTRY_OUT_ENTRY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ANALYTICS_ENTRY_OUT_ENTRY_VALUES!r}")
