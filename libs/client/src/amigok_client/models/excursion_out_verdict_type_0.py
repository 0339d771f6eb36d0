from typing import Literal

ExcursionOutVerdictType0 = Literal["breach", "within_allowance"]

EXCURSION_OUT_VERDICT_TYPE_0_VALUES: set[ExcursionOutVerdictType0] = {
    "breach",
    "within_allowance",
}


def check_excursion_out_verdict_type_0(value: str) -> ExcursionOutVerdictType0:
    if value in EXCURSION_OUT_VERDICT_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {EXCURSION_OUT_VERDICT_TYPE_0_VALUES!r}")
