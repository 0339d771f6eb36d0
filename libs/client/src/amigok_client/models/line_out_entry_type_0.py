from typing import Literal

LineOutEntryType0 = Literal[
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

LINE_OUT_ENTRY_TYPE_0_VALUES: set[LineOutEntryType0] = {
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


def check_line_out_entry_type_0(value: str) -> LineOutEntryType0:
    if value in LINE_OUT_ENTRY_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LINE_OUT_ENTRY_TYPE_0_VALUES!r}")
