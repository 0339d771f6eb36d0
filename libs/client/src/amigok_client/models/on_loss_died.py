from typing import Literal

OnLossDied = Literal["scored", "withdrawn"]

ON_LOSS_DIED_VALUES: set[OnLossDied] = {
    "scored",
    "withdrawn",
}


def check_on_loss_died(value: str) -> OnLossDied:
    if value in ON_LOSS_DIED_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ON_LOSS_DIED_VALUES!r}")
