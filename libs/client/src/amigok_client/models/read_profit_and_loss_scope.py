from typing import Literal

ReadProfitAndLossScope = Literal["farm", "mine", "platform"]

READ_PROFIT_AND_LOSS_SCOPE_VALUES: set[ReadProfitAndLossScope] = {
    "farm",
    "mine",
    "platform",
}


def check_read_profit_and_loss_scope(value: str) -> ReadProfitAndLossScope:
    if value in READ_PROFIT_AND_LOSS_SCOPE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {READ_PROFIT_AND_LOSS_SCOPE_VALUES!r}")
