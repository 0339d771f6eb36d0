from typing import Literal

PackageInPackageType = Literal["basic", "organic", "premium", "standard"]

PACKAGE_IN_PACKAGE_TYPE_VALUES: set[PackageInPackageType] = {
    "basic",
    "organic",
    "premium",
    "standard",
}


def check_package_in_package_type(value: str) -> PackageInPackageType:
    if value in PACKAGE_IN_PACKAGE_TYPE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PACKAGE_IN_PACKAGE_TYPE_VALUES!r}")
