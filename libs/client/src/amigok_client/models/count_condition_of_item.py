from typing import Literal

CountConditionOfItem = Literal[
    "challenge", "clean", "exercise", "feed", "health_check", "kept_day", "perfect_day", "vaccination"
]

COUNT_CONDITION_OF_ITEM_VALUES: set[CountConditionOfItem] = {
    "challenge",
    "clean",
    "exercise",
    "feed",
    "health_check",
    "kept_day",
    "perfect_day",
    "vaccination",
}


def check_count_condition_of_item(value: str) -> CountConditionOfItem:
    if value in COUNT_CONDITION_OF_ITEM_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {COUNT_CONDITION_OF_ITEM_VALUES!r}")
