from typing import Literal

ReadRoiIntoType0 = Literal["EUR", "GBP", "USD"]

READ_ROI_INTO_TYPE_0_VALUES: set[ReadRoiIntoType0] = {
    "EUR",
    "GBP",
    "USD",
}


def check_read_roi_into_type_0(value: str) -> ReadRoiIntoType0:
    if value in READ_ROI_INTO_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {READ_ROI_INTO_TYPE_0_VALUES!r}")
