from typing import Literal

RevealedOutSetAsideAdditionalProperty = Literal["entrant", "farm_staff", "former_owner", "linked", "owner"]

REVEALED_OUT_SET_ASIDE_ADDITIONAL_PROPERTY_VALUES: set[RevealedOutSetAsideAdditionalProperty] = {
    "entrant",
    "farm_staff",
    "former_owner",
    "linked",
    "owner",
}


def check_revealed_out_set_aside_additional_property(value: str) -> RevealedOutSetAsideAdditionalProperty:
    if value in REVEALED_OUT_SET_ASIDE_ADDITIONAL_PROPERTY_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {REVEALED_OUT_SET_ASIDE_ADDITIONAL_PROPERTY_VALUES!r}"
    )
