from typing import Literal

MyEntryOutContestState = Literal["active", "cancelled", "completed", "draft", "judging", "registration_open"]

MY_ENTRY_OUT_CONTEST_STATE_VALUES: set[MyEntryOutContestState] = {
    "active",
    "cancelled",
    "completed",
    "draft",
    "judging",
    "registration_open",
}


def check_my_entry_out_contest_state(value: str) -> MyEntryOutContestState:
    if value in MY_ENTRY_OUT_CONTEST_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {MY_ENTRY_OUT_CONTEST_STATE_VALUES!r}")
