from typing import Literal

ShopItemOutKind = Literal["badge", "boost", "title"]

SHOP_ITEM_OUT_KIND_VALUES: set[ShopItemOutKind] = {
    "badge",
    "boost",
    "title",
}


def check_shop_item_out_kind(value: str) -> ShopItemOutKind:
    if value in SHOP_ITEM_OUT_KIND_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SHOP_ITEM_OUT_KIND_VALUES!r}")
