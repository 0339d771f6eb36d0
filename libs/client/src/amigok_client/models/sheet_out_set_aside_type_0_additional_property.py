from typing import Literal

SheetOutSetAsideType0AdditionalProperty = Literal["entrant", "farm_staff", "former_owner", "linked", "owner"]

SHEET_OUT_SET_ASIDE_TYPE_0_ADDITIONAL_PROPERTY_VALUES: set[SheetOutSetAsideType0AdditionalProperty] = {
    "entrant",
    "farm_staff",
    "former_owner",
    "linked",
    "owner",
}


def check_sheet_out_set_aside_type_0_additional_property(value: str) -> SheetOutSetAsideType0AdditionalProperty:
    if value in SHEET_OUT_SET_ASIDE_TYPE_0_ADDITIONAL_PROPERTY_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {SHEET_OUT_SET_ASIDE_TYPE_0_ADDITIONAL_PROPERTY_VALUES!r}"
    )
