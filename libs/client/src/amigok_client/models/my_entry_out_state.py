from typing import Literal

MyEntryOutState = Literal[
    "admitted", "cancelled", "competing", "disqualified", "lost", "refused", "registered", "withdrawn"
]

MY_ENTRY_OUT_STATE_VALUES: set[MyEntryOutState] = {
    "admitted",
    "cancelled",
    "competing",
    "disqualified",
    "lost",
    "refused",
    "registered",
    "withdrawn",
}


def check_my_entry_out_state(value: str) -> MyEntryOutState:
    if value in MY_ENTRY_OUT_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {MY_ENTRY_OUT_STATE_VALUES!r}")
