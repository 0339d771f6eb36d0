from typing import Literal

TradeStateOutState = Literal[
    "cancelled", "completed", "confirmed", "contested", "escrowed", "pending", "processing", "refunded"
]

TRADE_STATE_OUT_STATE_VALUES: set[TradeStateOutState] = {
    "cancelled",
    "completed",
    "confirmed",
    "contested",
    "escrowed",
    "pending",
    "processing",
    "refunded",
}


def check_trade_state_out_state(value: str) -> TradeStateOutState:
    if value in TRADE_STATE_OUT_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {TRADE_STATE_OUT_STATE_VALUES!r}")
