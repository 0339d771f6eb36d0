from typing import Literal

PackageChangePackageType = Literal["basic", "organic", "premium", "standard"]

PACKAGE_CHANGE_PACKAGE_TYPE_VALUES: set[PackageChangePackageType] = {
    "basic",
    "organic",
    "premium",
    "standard",
}


def check_package_change_package_type(value: str) -> PackageChangePackageType:
    if value in PACKAGE_CHANGE_PACKAGE_TYPE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PACKAGE_CHANGE_PACKAGE_TYPE_VALUES!r}")
