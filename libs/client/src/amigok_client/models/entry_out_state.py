from typing import Literal

EntryOutState = Literal[
    "admitted", "cancelled", "competing", "disqualified", "lost", "refused", "registered", "withdrawn"
]

ENTRY_OUT_STATE_VALUES: set[EntryOutState] = {
    "admitted",
    "cancelled",
    "competing",
    "disqualified",
    "lost",
    "refused",
    "registered",
    "withdrawn",
}


def check_entry_out_state(value: str) -> EntryOutState:
    if value in ENTRY_OUT_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ENTRY_OUT_STATE_VALUES!r}")
