from typing import Literal

MyEntryOutFeeStateType0 = Literal[
    "asked", "captured", "capturing", "held", "refunded", "refunding", "refused", "released"
]

MY_ENTRY_OUT_FEE_STATE_TYPE_0_VALUES: set[MyEntryOutFeeStateType0] = {
    "asked",
    "captured",
    "capturing",
    "held",
    "refunded",
    "refunding",
    "refused",
    "released",
}


def check_my_entry_out_fee_state_type_0(value: str) -> MyEntryOutFeeStateType0:
    if value in MY_ENTRY_OUT_FEE_STATE_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {MY_ENTRY_OUT_FEE_STATE_TYPE_0_VALUES!r}")
