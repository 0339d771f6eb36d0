from typing import Literal

DaysConditionOfItem = Literal[
    "challenge", "clean", "exercise", "feed", "health_check", "kept_day", "perfect_day", "vaccination"
]

DAYS_CONDITION_OF_ITEM_VALUES: set[DaysConditionOfItem] = {
    "challenge",
    "clean",
    "exercise",
    "feed",
    "health_check",
    "kept_day",
    "perfect_day",
    "vaccination",
}


def check_days_condition_of_item(value: str) -> DaysConditionOfItem:
    if value in DAYS_CONDITION_OF_ITEM_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {DAYS_CONDITION_OF_ITEM_VALUES!r}")
