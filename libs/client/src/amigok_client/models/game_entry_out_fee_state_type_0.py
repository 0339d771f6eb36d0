from typing import Literal

GameEntryOutFeeStateType0 = Literal[
    "asked", "captured", "capturing", "held", "refunded", "refunding", "refused", "released"
]

GAME_ENTRY_OUT_FEE_STATE_TYPE_0_VALUES: set[GameEntryOutFeeStateType0] = {
    "asked",
    "captured",
    "capturing",
    "held",
    "refunded",
    "refunding",
    "refused",
    "released",
}


def check_game_entry_out_fee_state_type_0(value: str) -> GameEntryOutFeeStateType0:
    if value in GAME_ENTRY_OUT_FEE_STATE_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {GAME_ENTRY_OUT_FEE_STATE_TYPE_0_VALUES!r}")
