from typing import Literal

OnLossSold = Literal["scored", "withdrawn"]

ON_LOSS_SOLD_VALUES: set[OnLossSold] = {
    "scored",
    "withdrawn",
}


def check_on_loss_sold(value: str) -> OnLossSold:
    if value in ON_LOSS_SOLD_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ON_LOSS_SOLD_VALUES!r}")
