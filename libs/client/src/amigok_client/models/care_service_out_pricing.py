from typing import Literal

CareServiceOutPricing = Literal["estimated", "fixed"]

CARE_SERVICE_OUT_PRICING_VALUES: set[CareServiceOutPricing] = {
    "estimated",
    "fixed",
}


def check_care_service_out_pricing(value: str) -> CareServiceOutPricing:
    if value in CARE_SERVICE_OUT_PRICING_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CARE_SERVICE_OUT_PRICING_VALUES!r}")
