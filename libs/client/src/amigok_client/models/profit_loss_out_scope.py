from typing import Literal

ProfitLossOutScope = Literal["farm", "mine", "platform"]

PROFIT_LOSS_OUT_SCOPE_VALUES: set[ProfitLossOutScope] = {
    "farm",
    "mine",
    "platform",
}


def check_profit_loss_out_scope(value: str) -> ProfitLossOutScope:
    if value in PROFIT_LOSS_OUT_SCOPE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PROFIT_LOSS_OUT_SCOPE_VALUES!r}")
