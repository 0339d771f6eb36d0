from typing import Literal

CareServiceInPricing = Literal["estimated", "fixed"]

CARE_SERVICE_IN_PRICING_VALUES: set[CareServiceInPricing] = {
    "estimated",
    "fixed",
}


def check_care_service_in_pricing(value: str) -> CareServiceInPricing:
    if value in CARE_SERVICE_IN_PRICING_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CARE_SERVICE_IN_PRICING_VALUES!r}")
