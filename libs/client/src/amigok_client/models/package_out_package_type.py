from typing import Literal

PackageOutPackageType = Literal["basic", "organic", "premium", "standard"]

PACKAGE_OUT_PACKAGE_TYPE_VALUES: set[PackageOutPackageType] = {
    "basic",
    "organic",
    "premium",
    "standard",
}


def check_package_out_package_type(value: str) -> PackageOutPackageType:
    if value in PACKAGE_OUT_PACKAGE_TYPE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PACKAGE_OUT_PACKAGE_TYPE_VALUES!r}")
