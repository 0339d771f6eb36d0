from typing import Literal

EntryOutFeeStateType0 = Literal[
    "asked", "captured", "capturing", "held", "refunded", "refunding", "refused", "released"
]

ENTRY_OUT_FEE_STATE_TYPE_0_VALUES: set[EntryOutFeeStateType0] = {
    "asked",
    "captured",
    "capturing",
    "held",
    "refunded",
    "refunding",
    "refused",
    "released",
}


def check_entry_out_fee_state_type_0(value: str) -> EntryOutFeeStateType0:
    if value in ENTRY_OUT_FEE_STATE_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ENTRY_OUT_FEE_STATE_TYPE_0_VALUES!r}")
