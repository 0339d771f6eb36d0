from typing import Literal

PrizeKind = Literal["badge", "cash", "custom", "discount", "free_service"]

PRIZE_KIND_VALUES: set[PrizeKind] = {
    "badge",
    "cash",
    "custom",
    "discount",
    "free_service",
}


def check_prize_kind(value: str) -> PrizeKind:
    if value in PRIZE_KIND_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PRIZE_KIND_VALUES!r}")
