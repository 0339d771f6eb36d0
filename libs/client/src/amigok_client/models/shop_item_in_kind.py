from typing import Literal

ShopItemInKind = Literal["badge", "boost", "title"]

SHOP_ITEM_IN_KIND_VALUES: set[ShopItemInKind] = {
    "badge",
    "boost",
    "title",
}


def check_shop_item_in_kind(value: str) -> ShopItemInKind:
    if value in SHOP_ITEM_IN_KIND_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SHOP_ITEM_IN_KIND_VALUES!r}")
