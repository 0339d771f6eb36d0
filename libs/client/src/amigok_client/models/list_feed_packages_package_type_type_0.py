from typing import Literal

ListFeedPackagesPackageTypeType0 = Literal["basic", "organic", "premium", "standard"]

LIST_FEED_PACKAGES_PACKAGE_TYPE_TYPE_0_VALUES: set[ListFeedPackagesPackageTypeType0] = {
    "basic",
    "organic",
    "premium",
    "standard",
}


def check_list_feed_packages_package_type_type_0(value: str) -> ListFeedPackagesPackageTypeType0:
    if value in LIST_FEED_PACKAGES_PACKAGE_TYPE_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIST_FEED_PACKAGES_PACKAGE_TYPE_TYPE_0_VALUES!r}")
