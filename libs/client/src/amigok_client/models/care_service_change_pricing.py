from typing import Literal

CareServiceChangePricing = Literal["estimated", "fixed"]

CARE_SERVICE_CHANGE_PRICING_VALUES: set[CareServiceChangePricing] = {
    "estimated",
    "fixed",
}


def check_care_service_change_pricing(value: str) -> CareServiceChangePricing:
    if value in CARE_SERVICE_CHANGE_PRICING_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CARE_SERVICE_CHANGE_PRICING_VALUES!r}")
