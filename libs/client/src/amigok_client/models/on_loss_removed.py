from typing import Literal

OnLossRemoved = Literal["scored", "withdrawn"]

ON_LOSS_REMOVED_VALUES: set[OnLossRemoved] = {
    "scored",
    "withdrawn",
}


def check_on_loss_removed(value: str) -> OnLossRemoved:
    if value in ON_LOSS_REMOVED_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ON_LOSS_REMOVED_VALUES!r}")
