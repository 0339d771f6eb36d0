from typing import Literal

OwnedOutKind = Literal["badge", "boost", "title"]

OWNED_OUT_KIND_VALUES: set[OwnedOutKind] = {
    "badge",
    "boost",
    "title",
}


def check_owned_out_kind(value: str) -> OwnedOutKind:
    if value in OWNED_OUT_KIND_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {OWNED_OUT_KIND_VALUES!r}")
