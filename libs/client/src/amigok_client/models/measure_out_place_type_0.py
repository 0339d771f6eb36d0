from typing import Literal

MeasureOutPlaceType0 = Literal["above_middle", "below_middle", "highest_quarter", "lowest_quarter"]

MEASURE_OUT_PLACE_TYPE_0_VALUES: set[MeasureOutPlaceType0] = {
    "above_middle",
    "below_middle",
    "highest_quarter",
    "lowest_quarter",
}


def check_measure_out_place_type_0(value: str) -> MeasureOutPlaceType0:
    if value in MEASURE_OUT_PLACE_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {MEASURE_OUT_PLACE_TYPE_0_VALUES!r}")
