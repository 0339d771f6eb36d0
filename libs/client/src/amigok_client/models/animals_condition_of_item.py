from typing import Literal

AnimalsConditionOfItem = Literal[
    "challenge", "clean", "exercise", "feed", "health_check", "kept_day", "perfect_day", "vaccination"
]

ANIMALS_CONDITION_OF_ITEM_VALUES: set[AnimalsConditionOfItem] = {
    "challenge",
    "clean",
    "exercise",
    "feed",
    "health_check",
    "kept_day",
    "perfect_day",
    "vaccination",
}


def check_animals_condition_of_item(value: str) -> AnimalsConditionOfItem:
    if value in ANIMALS_CONDITION_OF_ITEM_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ANIMALS_CONDITION_OF_ITEM_VALUES!r}")
